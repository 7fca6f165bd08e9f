package dev.defendersdk.hunting;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The limits that a query may meet, told apart by the error. The service says which by its text
 * alone (hunting.md, Errors and throttling), so a text that is not known is {@link #UNKNOWN}. New
 * ones may come with a minor release: keep a default branch.
 *
 * <pre>{@code
 * try {
 *   hunting.run(query);
 * } catch (DefenderException e) {
 *   if (HuntingLimit.of(e).filter(HuntingLimit.CPU::equals).isPresent()) {
 *     Duration wait = HuntingLimit.CPU.waitAfter(e);
 *     …
 *   }
 * }
 * }</pre>
 */
public enum HuntingLimit {
  /** Calls of the tenant: 45 a minute, on Defender's own route also 1,500 an hour. */
  CALLS(Duration.ofMinutes(1)),
  /** The tenant's share of CPU, which comes again every 15 minutes. */
  CPU(Duration.ofMinutes(15)),
  /**
   * Run time of the tenant's queries on Defender's own route: 10 minutes an hour, 3 hours a day.
   */
  RUN_TIME(Duration.ofHours(1)),
  /** The time of one query: 3 minutes. Narrow it. */
  QUERY_TIME(Duration.ZERO),
  /** The size of a result: 50 MB. Narrow the query, or run it sliced. */
  RESULT_SIZE(Duration.ZERO),
  /** A quota, by a text that this version does not know. */
  UNKNOWN(Duration.ofMinutes(15));

  // "maximum allowed 45 per 00:01:00": the quota, and the time that it is for.
  private static final Pattern CALLS_PER =
      Pattern.compile("maximum allowed \\d+ per (\\d+):(\\d\\d):(\\d\\d)");

  private final Duration usualWait;

  HuntingLimit(Duration usualWait) {
    this.usualWait = usualWait;
  }

  /** Which limit an error tells of; empty if of none. */
  public static Optional<HuntingLimit> of(DefenderException error) {
    ErrorKind kind = Check.notNull(error, "error").kind();
    String text = error.serviceMessage().orElse("").toLowerCase(Locale.ROOT);
    if (kind == ErrorKind.QUOTA) {
      return Optional.of(CALLS);
    }
    if (kind == ErrorKind.THROTTLED) {
      return Optional.of(quota(text));
    }
    if (text.contains("allowed result size") || text.contains("result size limit")) {
      return Optional.of(RESULT_SIZE);
    }
    // A query that ran out of time is seen to answer 504 without a text.
    if (text.contains("exceeded the timeout period") || error.status().orElse(0) == 504) {
      return Optional.of(QUERY_TIME);
    }
    return Optional.empty();
  }

  private static HuntingLimit quota(String text) {
    if (text.contains("calls quota") || CALLS_PER.matcher(text).find()) {
      return CALLS;
    }
    if (text.contains("cpu") || text.contains("processing resources")) {
      return CPU;
    }
    if (text.contains("run time") || text.contains("running time") || text.contains("runtime")) {
      return RUN_TIME;
    }
    return UNKNOWN;
  }

  /**
   * How long to wait before the next query: what the service says, else the period that its text
   * names, else that of the limit. Zero where waiting does not help.
   *
   * @param error one that tells of this limit
   */
  public Duration waitAfter(DefenderException error) {
    Optional<Duration> said = Check.notNull(error, "error").retryAfter();
    if (said.isPresent() || usualWait.isZero()) {
      return usualWait.isZero() ? Duration.ZERO : said.orElseThrow();
    }
    Matcher period = CALLS_PER.matcher(error.serviceMessage().orElse(""));
    return period.find()
        ? Duration.ofHours(Long.parseLong(period.group(1)))
            .plusMinutes(Long.parseLong(period.group(2)))
            .plusSeconds(Long.parseLong(period.group(3)))
        : usualWait;
  }
}
