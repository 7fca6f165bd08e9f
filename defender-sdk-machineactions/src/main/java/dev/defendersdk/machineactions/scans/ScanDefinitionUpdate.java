package dev.defendersdk.machineactions.scans;

import dev.defendersdk.core.argument.Check;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What to change of a scan definition; all else stays. Immutable: every method returns a new one.
 * Page: add-a-new-scan-definition.md.
 */
public final class ScanDefinitionUpdate {

  private static final ScanDefinitionUpdate NOTHING = new ScanDefinitionUpdate(Map.of());

  private final Map<String, Object> members;

  private ScanDefinitionUpdate(Map<String, Object> members) {
    this.members = Collections.unmodifiableMap(members);
  }

  /** Begins with no change. */
  public static ScanDefinitionUpdate nothing() {
    return NOTHING;
  }

  /** Another name. */
  public ScanDefinitionUpdate scanName(String scanName) {
    return with("scanName", Check.notBlank(scanName, "scanName"));
  }

  /** Whether it runs. */
  public ScanDefinitionUpdate active(boolean active) {
    return with("isActive", active);
  }

  /** Other targets, in place of all it had. */
  public ScanDefinitionUpdate targets(ScanTargets targets) {
    return with("target", Check.notNull(targets, "targets").joined())
        .with("targetType", targets.type());
  }

  /** Hours from one scan to the next, at least 1. */
  public ScanDefinitionUpdate intervalInHours(int hours) {
    return with("intervalInHours", Check.between(hours, 1, Integer.MAX_VALUE, "hours"));
  }

  /** How it signs in. It must be for the definition's own type of scan, which cannot be changed. */
  public ScanDefinitionUpdate authentication(ScanAuthentication authentication) {
    return with(
        "scanAuthenticationParams", Check.notNull(authentication, "authentication").members());
  }

  Map<String, Object> members() {
    return members;
  }

  private ScanDefinitionUpdate with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(name, value);
    return new ScanDefinitionUpdate(more);
  }

  /** Shows what is changed, not to what. */
  @Override
  public String toString() {
    return "ScanDefinitionUpdate" + members.keySet();
  }
}
