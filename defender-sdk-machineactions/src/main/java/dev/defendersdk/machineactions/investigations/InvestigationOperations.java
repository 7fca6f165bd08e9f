package dev.defendersdk.machineactions.investigations;

import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Permissions;
import java.util.List;

/** The operations that return investigations: all that the SDK knows of them, as data. */
public final class InvestigationOperations {

  // Those of alerts, not of machines (investigations.md).
  private static final Permissions READ =
      Permissions.anyOf("Alert.Read.All", "Alert.ReadWrite.All")
          .orDelegated("Alert.Read", "Alert.ReadWrite");

  /** Starts an investigation on a machine. */
  public static final Operation<Investigation> START =
      Operation.post("machines.startInvestigation", "/api/machines/{id}/startInvestigation")
          .permissions(Permissions.anyOf("Alert.ReadWrite.All").orDelegated("Alert.ReadWrite"))
          // 50 an hour; no bound for a minute is given, so that all 50 may come in one.
          .limits(50, 50)
          .page("initiate-autoir-investigation.md")
          .returns(Investigation.class);

  /** Lists investigations. */
  public static final Operation<List<Investigation>> LIST =
      Operation.get("investigations.list", "/api/investigations")
          .permissions(READ)
          .page("get-investigation-collection.md")
          // "$stop" on the page is taken for a misprint of $top.
          .pagedBySkip(10_000)
          .returnsListOf(Investigation.class);

  /** Gets one investigation, by its id or that of the alert that began it. */
  public static final Operation<Investigation> GET =
      Operation.get("investigations.get", "/api/investigations/{id}")
          .permissions(READ)
          .page("get-investigation-object.md")
          .returns(Investigation.class);

  private InvestigationOperations() {}

  /** All of them. */
  public static List<Operation<?>> all() {
    return List.of(START, LIST, GET);
  }
}
