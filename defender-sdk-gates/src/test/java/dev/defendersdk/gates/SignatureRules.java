package dev.defendersdk.gates;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What may stand in a public signature. Annotations are not looked at: Jackson's are welcome. */
final class SignatureRules {

  /** Parts of the JDK by the start of their names; {@code javax} alone would let others in. */
  private static final List<String> JDK =
      List.of("java.", "javax.net.", "javax.crypto.", "javax.security.");

  /**
   * Public signatures hold types of the JDK and public types of ours.
   *
   * @param exempt whether a place (the first argument: a class or member) may show a type
   */
  static ArchRule noForeignTypes(Layout layout, BiPredicate<String, JavaClass> exempt) {
    Predicate<JavaClass> welcome =
        type ->
            type.isPrimitive()
                || JDK.stream().anyMatch(type.getName()::startsWith)
                || (layout.isOurs(type) && !Layout.isInternal(type));
    return classes()
        .that(ArchitectureRules.arePublicApi())
        .should(
            ArchitectureRules.condition(
                "have only the JDK's and our own public types in their public signatures",
                (type, report) -> check(type, welcome, exempt, report)))
        .because(
            "a type of a dependency in a signature ties callers to our version of it, and an internal"
                + " one cannot be named by them");
  }

  private static void check(
      JavaClass type,
      Predicate<JavaClass> welcome,
      BiPredicate<String, JavaClass> exempt,
      Consumer<String> report) {
    Set<JavaClass> heading = new LinkedHashSet<>();
    // A superclass that callers cannot see, such as a package's own base class, is ours all the
    // same.
    type.getSuperclass().ifPresent(parent -> heading.addAll(parent.getAllInvolvedRawTypes()));
    type.getInterfaces().forEach(parent -> heading.addAll(parent.getAllInvolvedRawTypes()));
    heading.addAll(bounds(type.getTypeParameters()));
    report(type.getName(), heading, welcome, exempt, report);

    for (JavaMember member : type.getMembers()) {
      if (ArchitectureRules.isOpen(member.getModifiers())
          && !member.getModifiers().contains(JavaModifier.SYNTHETIC)) {
        report(member.getFullName(), typesOf(member), welcome, exempt, report);
      }
    }
  }

  private static Set<JavaClass> typesOf(JavaMember member) {
    Set<JavaClass> types = new LinkedHashSet<>();
    if (member instanceof JavaField field) {
      types.addAll(field.getType().getAllInvolvedRawTypes());
    } else if (member instanceof JavaCodeUnit unit) {
      types.addAll(unit.getReturnType().getAllInvolvedRawTypes());
      unit.getParameterTypes().forEach(each -> types.addAll(each.getAllInvolvedRawTypes()));
      types.addAll(unit.getExceptionTypes());
      types.addAll(bounds(unit.getTypeParameters()));
    }
    return types;
  }

  private static Set<JavaClass> bounds(List<? extends JavaTypeVariable<?>> parameters) {
    Set<JavaClass> types = new LinkedHashSet<>();
    for (JavaTypeVariable<?> parameter : parameters) {
      for (JavaType bound : parameter.getUpperBounds()) {
        types.addAll(bound.getAllInvolvedRawTypes());
      }
    }
    return types;
  }

  private static void report(
      String place,
      Set<JavaClass> types,
      Predicate<JavaClass> welcome,
      BiPredicate<String, JavaClass> exempt,
      Consumer<String> report) {
    for (JavaClass type : types) {
      JavaClass element = type.getBaseComponentType();
      if (!welcome.test(element) && !exempt.test(place, element)) {
        report.accept(place + " shows " + element.getName());
      }
    }
  }

  private SignatureRules() {}
}
