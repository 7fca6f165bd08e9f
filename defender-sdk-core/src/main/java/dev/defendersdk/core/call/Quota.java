package dev.defendersdk.core.call;

import dev.defendersdk.core.argument.Check;

/**
 * How many calls the service allows, per tenant and application.
 *
 * @param group what is counted together: by default the operation alone
 * @param perMinute calls in any minute
 * @param perHour calls in any hour; the same as 60 times {@code perMinute} where no bound is stated
 */
public record Quota(String group, int perMinute, int perHour) {

  /** Refuses limits below one. */
  public Quota {
    Check.notBlank(group, "group");
    Check.between(perMinute, 1, Integer.MAX_VALUE / 60, "perMinute");
    Check.between(perHour, 1, Integer.MAX_VALUE, "perHour");
  }
}
