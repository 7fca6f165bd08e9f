package dev.defendersdk.hunting;

import dev.defendersdk.core.call.Lifecycle;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Permissions;
import dev.defendersdk.core.call.Quota;
import dev.defendersdk.core.call.Repeatability;
import dev.defendersdk.core.call.Service;
import dev.defendersdk.core.call.Table;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** The operations of hunting: all that the SDK knows of them, as data. */
public final class HuntingOperations {

  // A query runs for 180 seconds at the most, on the old route for 200, and one that is given up
  // goes on and uses the quota (hunting.md). Two whole attempts have room, and no more: a query
  // that ran out of time is worth one repetition (graph-security.md, section 7).
  private static final Duration ATTEMPT = Duration.ofSeconds(220);
  private static final Duration DEADLINE = Duration.ofMinutes(8);

  /** Runs a query, through Microsoft Graph. */
  public static final Operation<Table> RUN =
      Operation.post("graph.hunting.run", "/v1.0/security/runHuntingQuery")
          .service(Service.GRAPH)
          .permissions(
              Permissions.anyOf("ThreatHunting.Read.All").orDelegated("ThreatHunting.Read.All"))
          .quota(Quota.GRAPH_HUNTING)
          .repeatability(Repeatability.READ)
          .header("Prefer", "include-unknown-enum-members")
          .patience(DEADLINE, ATTEMPT)
          .page("security-security-runhuntingquery.md")
          .returnsTable();

  /** Runs a query by the old route of Defender, which ends on 1 February 2027. */
  public static final Operation<Table> RUN_ON_DEFENDER =
      Operation.post("hunting.runEndpointQuery", "/api/advancedqueries/run")
          .permissions(
              Permissions.anyOf("AdvancedQuery.Read.All").orDelegated("AdvancedQuery.Read"))
          // Counted over all applications of the tenant.
          .quota(new Quota("hunting.runEndpointQuery", 45, 1_500, Quota.Scope.TENANT))
          .repeatability(Repeatability.READ)
          .lifecycle(
              Lifecycle.deprecated(
                  LocalDate.of(2027, 2, 1), "graph.hunting.run", "ThreatHunting.Read.All"))
          .patience(DEADLINE, ATTEMPT)
          .page("run-advanced-query-api.md")
          .returnsTable();

  private HuntingOperations() {}

  /** All of them. */
  public static List<Operation<?>> all() {
    return List.of(RUN, RUN_ON_DEFENDER);
  }
}
