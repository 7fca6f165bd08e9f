package dev.defendersdk.gates;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;

/** What may know what. Each rule takes a layout, so that it can be shown failing on fixtures. */
final class ArchitectureRules {

  /**
   * A module's internal packages are used by that module only.
   *
   * @param granted whether a module (the first argument) was given a package (the second) by name
   */
  static ArchRule internalsStayInside(Layout layout, BiPredicate<String, String> granted) {
    return classes()
        .should(
            condition(
                "use no internal package of another module",
                (type, report) -> {
                  for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (layout.isOurs(target)
                        && Layout.isInternal(target)
                        && !layout.moduleOf(target).equals(layout.moduleOf(type))
                        && !granted.test(layout.moduleOf(type), target.getPackageName())) {
                      report.accept(dependency.getDescription());
                    }
                  }
                }))
        .because(
            "internals change without notice; what another module needs is public, or exported to it"
                + " by name in module-info");
  }

  /** Packages form a hierarchy: none depends on itself by way of others. */
  static ArchRule noPackageCycles(Layout layout) {
    return slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass type) {
                return layout.isOurs(type)
                    ? SliceIdentifier.of(layout.shortName(type.getPackageName()))
                    : SliceIdentifier.ignore();
              }

              @Override
              public String getDescription() {
                return "packages";
              }
            })
        .namingSlices("package $1")
        .should()
        .beFreeOfCycles()
        .because("packages in a circle can only be understood, tested and changed all at once");
  }

  /** Public types cannot be extended by callers unless they are made for it. */
  static ArchRule finalByDefault(Layout layout) {
    return classes()
        .that(arePublicApi())
        .should(
            condition(
                "be final, abstract, an interface, an enum or a record",
                (type, report) -> {
                  boolean closed =
                      type.getModifiers().contains(JavaModifier.FINAL)
                          || type.getModifiers().contains(JavaModifier.ABSTRACT)
                          || type.isInterface()
                          || type.isEnum();
                  boolean error =
                      type.isAssignableTo(RuntimeException.class)
                          && layout.shortName(type.getPackageName()).equals("core.error")
                          && type.getConstructors().stream()
                              .noneMatch(each -> isOpen(each.getModifiers()));
                  if (!closed && !error) {
                    report.accept(type.getName() + " is public and not final");
                  }
                }))
        .because(
            "a class that callers extend cannot be changed; only the family in core.error is open,"
                + " behind constructors that they cannot reach");
  }

  /** Every package says that null is not a value, so that NullAway watches it. */
  static ArchRule nullMarked(Layout layout) {
    return classes()
        .that(DescribedPredicate.describe("are ours", layout::isOurs))
        .should(
            condition(
                "live in a package that is @NullMarked",
                (type, report) -> {
                  if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    report.accept(type.getName() + " is in a package without @NullMarked");
                  }
                }))
        .because("NullAway checks marked packages only, so an unmarked one leaves that gate open");
  }

  static DescribedPredicate<JavaClass> arePublicApi() {
    return DescribedPredicate.describe(
        "are public API", type -> isAccessible(type) && !Layout.isInternal(type));
  }

  /** Whether a type can be named from outside its package: it and all around it are public. */
  private static boolean isAccessible(JavaClass type) {
    return isOpen(type.getModifiers())
        && type.getEnclosingClass().map(ArchitectureRules::isAccessible).orElse(true);
  }

  /** Whether callers reach what has these modifiers, if only from a class that extends it. */
  static boolean isOpen(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  /** A condition that reports what is wrong, in words. */
  static ArchCondition<JavaClass> condition(
      String description, BiConsumer<JavaClass, Consumer<String>> check) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        check.accept(type, words -> events.add(SimpleConditionEvent.violated(type, words)));
      }
    };
  }

  private ArchitectureRules() {}
}
