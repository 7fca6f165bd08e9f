package dev.defendersdk.gates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * The modules of the build, read from the root pom, so that a new one is watched without a word.
 */
final class Modules {

  /** The package below which every module has its own. */
  static final String ROOT_PACKAGE = "dev.defendersdk";

  /** The folder of the root pom; tests run in the folder of their module. */
  static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  /**
   * One module.
   *
   * @param name the part of its artifact id that is its own, such as {@code core}
   */
  record Module(String name, Path folder, boolean published) {

    String rootPackage() {
      return ROOT_PACKAGE + "." + name;
    }

    Path classes() {
      return folder.resolve("target/classes");
    }

    Path sources() {
      return folder.resolve("src/main/java");
    }

    /** The packages in which it has classes. */
    Set<String> packages() {
      try (Stream<Path> files = Files.walk(classes())) {
        Set<String> packages = new TreeSet<>();
        files
            .filter(file -> file.toString().endsWith(".class"))
            .map(file -> classes().relativize(file).getParent())
            .filter(folder -> folder != null && !folder.startsWith("META-INF"))
            .forEach(
                folder -> packages.add(folder.toString().replace('/', '.').replace('\\', '.')));
        return packages;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Optional<ModuleDescriptor> descriptor() {
      Path file = classes().resolve("module-info.class");
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      try (InputStream in = Files.newInputStream(file)) {
        return Optional.of(ModuleDescriptor.read(in));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * Those that the rules hold for: all with classes but the benchmarks, which measure real time by
   * trade, the gates themselves, and what only tests use.
   */
  static List<Module> watched() {
    List<Module> modules = new ArrayList<>();
    for (String artifact : texts(ROOT.resolve("pom.xml"), "module")) {
      String name = artifact.replace("defender-sdk-", "");
      Path folder = ROOT.resolve(artifact);
      boolean measures = artifact.startsWith("defender-sdk-benchmarks"); // one in a profile alone
      if (!measures
          && !Set.of("gates", "testsupport").contains(name)
          && Files.isDirectory(folder.resolve("src/main/java"))) {
        boolean deployed = !texts(folder.resolve("pom.xml"), "maven.deploy.skip").contains("true");
        modules.add(new Module(name, folder, deployed));
      }
    }
    return modules;
  }

  /** The texts of all elements of a name in a pom. */
  static List<String> texts(Path pom, String tag) {
    try {
      Document document =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
      NodeList nodes = document.getElementsByTagName(tag);
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < nodes.getLength(); i++) {
        texts.add(nodes.item(i).getTextContent().trim());
      }
      return texts;
    } catch (Exception e) {
      throw new IllegalStateException("Cannot read " + pom, e);
    }
  }

  private Modules() {}
}
