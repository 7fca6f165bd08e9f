package dev.defendersdk.core.call;

import dev.defendersdk.core.argument.Check;

/**
 * How many calls the service allows.
 *
 * @param group what is counted together: by default the operation alone
 * @param perMinute calls in any minute
 * @param perHour calls in any hour; the same as 60 times {@code perMinute} where no bound is stated
 * @param scope whose calls are counted together
 */
public record Quota(String group, int perMinute, int perHour, Scope scope) {

  /**
   * Alerts and incidents of Microsoft Graph together: 150 a minute. Page: {@code
   * throttling-security-detections-incidents.md}, which names alerts alone; incidents are taken for
   * a part of it (graph-security.md, section 8).
   */
  public static final Quota GRAPH_SECURITY =
      new Quota("graph.security", 150, 9_000, Scope.APPLICATION);

  /**
   * Hunting by Microsoft Graph: at least 45 a minute, counted over all applications of a tenant.
   * Page: {@code security-security-runhuntingquery.md}.
   */
  public static final Quota GRAPH_HUNTING = new Quota("graph.hunting", 45, 2_700, Scope.TENANT);

  /** Refuses limits below one. */
  public Quota {
    Check.notBlank(group, "group");
    Check.between(perMinute, 1, Integer.MAX_VALUE / 60, "perMinute");
    Check.between(perHour, 1, Integer.MAX_VALUE, "perHour");
    Check.notNull(scope, "scope");
  }

  /** A quota of each application in each tenant. */
  public Quota(String group, int perMinute, int perHour) {
    this(group, perMinute, perHour, Scope.APPLICATION);
  }

  /** Whose calls are counted together. */
  public enum Scope {
    /** Those of one application in one tenant. */
    APPLICATION,
    /** Those of all applications in one tenant. */
    TENANT
  }
}
