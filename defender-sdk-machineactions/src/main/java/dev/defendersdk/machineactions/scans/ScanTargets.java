package dev.defendersdk.machineactions.scans;

import dev.defendersdk.core.argument.Check;
import java.util.Collection;
import java.util.List;

/** What a scan looks at: addresses or names. Immutable. Page: add-a-new-scan-definition.md. */
public final class ScanTargets {

  private final TargetType type;
  private final List<String> targets;

  private ScanTargets(TargetType type, Collection<String> targets, String name) {
    this.type = type;
    this.targets = Check.size(targets, Integer.MAX_VALUE, name);
    for (int i = 0; i < this.targets.size(); i++) {
      String target = Check.notBlank(this.targets.get(i), name + "[" + i + "]");
      // The service takes them in one text, with commas between them.
      if (!target.matches("[^\\s,]+")) {
        throw new IllegalArgumentException(
            name
                + "["
                + i
                + "] is "
                + Check.quote(target)
                + ": it must be one target, without commas and blanks. Pass each by itself.");
      }
    }
  }

  /** IP addresses. */
  public static ScanTargets addresses(Collection<String> addresses) {
    return new ScanTargets(TargetType.IP, addresses, "addresses");
  }

  /** Host names. */
  public static ScanTargets hostnames(Collection<String> hostnames) {
    return new ScanTargets(TargetType.HOSTNAME, hostnames, "hostnames");
  }

  /** What they are. */
  public TargetType type() {
    return type;
  }

  String joined() {
    return String.join(",", targets);
  }

  /** Shows their type and number. */
  @Override
  public String toString() {
    return "ScanTargets[" + targets.size() + " by " + type + "]";
  }
}
