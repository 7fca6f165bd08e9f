package dev.defendersdk.testsupport.facts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The service's metadata document, in the words of the project's own lists. */
public final class Metadata {

  private static final String NAMESPACE = "microsoft.windowsDefenderATP.api.";
  private static final Map<String, String> KINDS =
      Map.of(
          "Edm.String", "text",
          "Edm.Guid", "guid",
          "Edm.Int32", "int",
          "Edm.Byte", "int",
          "Edm.Int64", "long",
          "Edm.Boolean", "truth",
          "Edm.DateTimeOffset", "instant",
          "Edm.Single", "number",
          "Edm.TimeOfDay", "span");

  private final Document document;

  private Metadata(Document document) {
    this.document = document;
  }

  public static Metadata read(Path file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      return new Metadata(factory.newDocumentBuilder().parse(file.toFile()));
    } catch (IOException | ParserConfigurationException | SAXException e) {
      throw new AssertionError(file + " cannot be read", e);
    }
  }

  /** The properties of a type with their kinds, the types among these by the names given. */
  public Map<String, String> properties(String type, Map<String, String> names) {
    Map<String, String> properties = new LinkedHashMap<>();
    for (Element property : children(named(type, "EntityType", "ComplexType"), "Property")) {
      properties.put(property.getAttribute("Name"), kind(property.getAttribute("Type"), names));
    }
    return properties;
  }

  public Set<String> navigation(String type) {
    Set<String> names = new TreeSet<>();
    children(named(type, "EntityType", "ComplexType"), "NavigationProperty")
        .forEach(property -> names.add(property.getAttribute("Name")));
    return names;
  }

  public List<String> members(String type) {
    return children(named(type, "EnumType"), "Member").stream()
        .map(member -> member.getAttribute("Name"))
        .toList();
  }

  private static String kind(String type, Map<String, String> names) {
    if (type.startsWith("Collection(")) {
      return "list " + kind(type.substring("Collection(".length(), type.length() - 1), names);
    }
    return KINDS.getOrDefault(
        type, names.getOrDefault(type.replace(NAMESPACE, ""), "a type of no list: " + type));
  }

  private Element named(String name, String... tags) {
    for (String tag : tags) {
      NodeList all = document.getElementsByTagNameNS("*", tag);
      for (int i = 0; i < all.getLength(); i++) {
        Element element = (Element) all.item(i);
        if (element.getAttribute("Name").equals(name)) {
          assertNoBase(element);
          return element;
        }
      }
    }
    throw new AssertionError("the metadata has no type " + name);
  }

  // None of our types has one; one that gets one must bring its properties along.
  private static void assertNoBase(Element type) {
    if (type.hasAttribute("BaseType")) {
      throw new AssertionError(type.getAttribute("Name") + " has a base type now");
    }
  }

  private static List<Element> children(Element parent, String tag) {
    List<Element> children = new ArrayList<>();
    NodeList all = parent.getElementsByTagNameNS("*", tag);
    for (int i = 0; i < all.getLength(); i++) {
      children.add((Element) all.item(i));
    }
    return children;
  }
}
