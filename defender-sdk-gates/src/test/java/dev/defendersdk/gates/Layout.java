package dev.defendersdk.gates;

import com.tngtech.archunit.core.domain.JavaClass;

/**
 * Where classes live: below a root package, one package per module, and in each module what is its
 * own business under {@code internal}. The fixtures of the rules have roots of their own.
 */
record Layout(String root) {

  static final Layout REAL = new Layout(Modules.ROOT_PACKAGE);

  boolean isOurs(JavaClass type) {
    return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
  }

  /** The first part of the package below the root, such as {@code core}. */
  String moduleOf(JavaClass type) {
    String below = type.getPackageName().substring(root.length());
    return below.isEmpty() ? "" : below.substring(1).split("\\.")[0];
  }

  /** The name of a class or package of ours, without the root. */
  String shortName(String name) {
    return name.startsWith(root + ".") ? name.substring(root.length() + 1) : name;
  }

  static boolean isInternal(String packageName) {
    return (packageName + ".").contains(".internal.");
  }

  static boolean isInternal(JavaClass type) {
    return isInternal(type.getPackageName());
  }
}
