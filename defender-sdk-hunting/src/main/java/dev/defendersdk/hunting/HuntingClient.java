package dev.defendersdk.hunting;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.call.Table;
import java.time.Duration;

/**
 * Advanced hunting in a tenant. A cheap view of a client: make one where it is needed. Immutable
 * and thread-safe.
 *
 * <pre>{@code
 * HuntingClient hunting = new HuntingClient(defender);
 * HuntingQuery query =
 *     HuntingQuery.of(
 *             "DeviceProcessEvents | where FileName =~ {file} and Timestamp > {since}"
 *                 + " | project Timestamp, DeviceId, ReportId, ProcessCommandLine")
 *         .with("file", "powershell.exe")
 *         .with("since", Instant.parse("2026-11-20T00:00:00Z"));
 * for (HuntingRow row : hunting.run(query)) {
 *   EventReference event = row.eventReference().orElseThrow();
 *   …
 * }
 * }</pre>
 *
 * <p>Queries go through Microsoft Graph and need {@code ThreatHunting.Read.All}. The service looks
 * back 30 days, gives 100,000 rows or 50 MB at the most, and runs a query for 3 minutes. Quota: 45
 * calls a minute, counted over all applications of the tenant, and a share of CPU by 15 minutes:
 * {@link HuntingLimit} tells one from the other. A call takes up to 8 minutes by default, and an
 * attempt 220 seconds, since a query that is given up goes on at the service. All methods throw
 * {@link dev.defendersdk.core.error.DefenderException} if the call fails, and {@link
 * IllegalArgumentException} for wrong arguments, before any call.
 */
public final class HuntingClient {

  // A quota of CPU comes again within 15 minutes, one of run time within the hour.
  private static final Duration PATIENT = Duration.ofHours(1).plusMinutes(10);

  private final DefenderClient defender;

  /** A view of the hunting in this client's tenant. */
  public HuntingClient(DefenderClient defender) {
    this.defender = Check.notNull(defender, "defender");
  }

  /**
   * Runs a query. The result is received whole; its rows are decoded as they are iterated over.
   * Page: security-security-runhuntingquery.md.
   */
  public HuntingResult run(HuntingQuery query) {
    return run(query, CallOptions.defaults());
  }

  /** Runs a query, with options. Page: security-security-runhuntingquery.md. */
  public HuntingResult run(HuntingQuery query, CallOptions options) {
    Check.notNull(query, "query");
    HuntingTimespan timespan = query.timespan();
    Call<Table> call =
        Call.of(HuntingOperations.RUN)
            // Schema and beta write it with a small q; the page of v1.0 so (graph-security.md, 6).
            .member("Query", query.kql())
            .member("Timespan", timespan == null ? null : timespan.toString())
            .member("workspaceId", query.workspaceId());
    return new HuntingResult(defender.execute(call, options));
  }

  /**
   * Runs a query slice by slice, for results that one answer does not hold: a slice that may have
   * been cut off is halved. Nothing is asked before the results are iterated over. Each call waits
   * for its permit, and where a quota of CPU or run time is used up, until it comes again, for up
   * to 70 minutes. Page: security-security-runhuntingquery.md.
   *
   * @param query with {@code {from}} and {@code {to}} where the slice's ends belong, and no time
   *     span: {@code "DeviceEvents | where Timestamp >= {from} and Timestamp < {to}"}
   */
  public SlicedResults runSliced(HuntingQuery query, TimeSlices slices) {
    return runSliced(query, slices, CallOptions.defaults().deadline(PATIENT));
  }

  /**
   * Runs a query slice by slice, each with these options. Page:
   * security-security-runhuntingquery.md.
   *
   * @param query with {@code {from}} and {@code {to}} where the slice's ends belong, and no time
   *     span
   */
  public SlicedResults runSliced(HuntingQuery query, TimeSlices slices, CallOptions options) {
    Check.notNull(query, "query").checkSliceable();
    Check.notNull(slices, "slices");
    Check.notNull(options, "options");
    return new SlicedResults(slices, slice -> run(query.in(slice), options));
  }

  /**
   * Runs a query by Defender's own route, for a tenant that has not granted {@code
   * ThreatHunting.Read.All} yet. Needs {@code AdvancedQuery.Read.All}. Quota: 45 calls a minute and
   * 1,500 an hour, and a run time of 10 minutes an hour and 3 hours a day. Page:
   * run-advanced-query-api.md.
   *
   * @param query without time span and workspace, which this route does not take
   * @deprecated The service ends this route on 1 February 2027. Use {@link #run(HuntingQuery)},
   *     which needs another permission.
   */
  @Deprecated(since = "0.1.0")
  @SuppressWarnings("InlineMeSuggester") // what replaces it needs another permission
  public HuntingResult runOnDefender(HuntingQuery query) {
    return runOnDefender(query, CallOptions.defaults());
  }

  /**
   * Runs a query by Defender's own route, with options. Page: run-advanced-query-api.md.
   *
   * @param query without time span and workspace, which this route does not take
   * @deprecated The service ends this route on 1 February 2027. Use {@link #run(HuntingQuery,
   *     CallOptions)}, which needs another permission.
   */
  @Deprecated(since = "0.1.0")
  public HuntingResult runOnDefender(HuntingQuery query, CallOptions options) {
    Check.notNull(query, "query").checkForDefender();
    return new HuntingResult(
        defender.execute(
            Call.of(HuntingOperations.RUN_ON_DEFENDER).member("Query", query.kql()), options));
  }
}
