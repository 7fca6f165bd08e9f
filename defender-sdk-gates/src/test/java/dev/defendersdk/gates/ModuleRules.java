package dev.defendersdk.gates;

import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How packages are dealt out to modules, and what a module's descriptor says of them. */
final class ModuleRules {

  /**
   * Packages outside the root of their module. Where there are none, no package is split either,
   * for no two modules share a root.
   *
   * @param packages by the root package of their module
   */
  static List<String> strayPackages(Map<String, Set<String>> packages) {
    List<String> strays = new ArrayList<>();
    packages.forEach(
        (root, names) -> {
          for (String name : names) {
            if (!(name + ".").startsWith(root + ".")) {
              strays.add(name + " is not below " + root);
            }
          }
        });
    return strays;
  }

  /**
   * What is wrong with a descriptor: it exports all packages but the internal ones to everybody,
   * and opens to everybody none.
   */
  static List<String> faults(ModuleDescriptor descriptor, Set<String> packages) {
    List<String> faults = new ArrayList<>();
    Set<String> exported = new TreeSet<>();
    for (ModuleDescriptor.Exports export : descriptor.exports()) {
      if (!export.isQualified()) {
        exported.add(export.source());
        if (Layout.isInternal(export.source())) {
          faults.add("exports " + export.source() + " to everybody");
        }
      }
    }
    for (String name : packages) {
      if (!Layout.isInternal(name) && !exported.contains(name)) {
        faults.add("does not export " + name);
      }
    }
    if (descriptor.isOpen()) {
      faults.add("is open");
    }
    for (ModuleDescriptor.Opens opens : descriptor.opens()) {
      if (!opens.isQualified()) {
        faults.add("opens " + opens.source() + " to everybody");
      }
    }
    return faults;
  }

  private ModuleRules() {}
}
