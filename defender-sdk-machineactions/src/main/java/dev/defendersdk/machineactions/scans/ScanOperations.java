package dev.defendersdk.machineactions.scans;

import dev.defendersdk.core.call.Lifecycle;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Permissions;
import dev.defendersdk.core.call.Repeatability;
import java.util.List;

/**
 * The operations of authenticated scans: all that the SDK knows of them, as data. All are preview.
 * The delegated permissions are as printed and doubtful: elsewhere they are called {@code
 * Machine.Read} and {@code Machine.ReadWrite} (authenticated-scans.md).
 */
public final class ScanOperations {

  private static final String ROOT = "/api/DeviceAuthenticatedScanDefinitions";

  private static final Permissions READ = Permissions.anyOf("Machine.Read.All");
  private static final Permissions WRITE =
      Permissions.anyOf("Machine.ReadWrite.All").orDelegated("Machine.Read.Write");

  /** Lists definitions. */
  public static final Operation<List<ScanDefinition>> LIST =
      Operation.get("scanDefinitions.list", ROOT)
          .permissions(READ)
          .lifecycle(Lifecycle.PREVIEW)
          .page("get-all-scan-definitions.md")
          .returnsListOf(ScanDefinition.class);

  /** Adds a definition. */
  public static final Operation<ScanDefinition> ADD =
      Operation.post("scanDefinitions.add", ROOT)
          .permissions(WRITE)
          .lifecycle(Lifecycle.PREVIEW)
          .page("add-a-new-scan-definition.md")
          .returns(ScanDefinition.class);

  /** Changes a definition. */
  public static final Operation<ScanDefinition> UPDATE =
      Operation.patch("scanDefinitions.update", ROOT + "/{id}")
          .permissions(WRITE)
          .lifecycle(Lifecycle.PREVIEW)
          .page("add-a-new-scan-definition.md")
          .returns(ScanDefinition.class);

  /** Deletes definitions. Twice leaves them deleted. */
  public static final Operation<Void> BATCH_DELETE =
      Operation.post("scanDefinitions.batchDelete", ROOT + "/BatchDelete")
          .permissions(WRITE)
          .lifecycle(Lifecycle.PREVIEW)
          .page("add-a-new-scan-definition.md")
          .repeatability(Repeatability.REPEATABLE)
          .returnsNothing();

  /** Lists the scans of definitions. Reads, though sent by POST. */
  public static final Operation<List<ScanHistory>> HISTORY_BY_DEFINITION =
      Operation.post(
              "scanDefinitions.historyByDefinition", ROOT + "/GetScanHistoryByScanDefinitionId")
          .permissions(READ)
          .lifecycle(Lifecycle.PREVIEW)
          .page("Get-scan-history-by-definition.md")
          .repeatability(Repeatability.READ)
          .pagedBySkip(4_096)
          // How many come without it the page does not say.
          .alwaysSendsTop()
          .returnsListOf(ScanHistory.class);

  /** Lists scans by their sessions. Reads, though sent by POST. */
  public static final Operation<List<ScanHistory>> HISTORY_BY_SESSION =
      Operation.post("scanDefinitions.historyBySession", ROOT + "/GetScanHistoryBySessionId")
          .permissions(READ)
          .lifecycle(Lifecycle.PREVIEW)
          .page("Get-scan-history-by-session.md")
          .repeatability(Repeatability.READ)
          .returnsListOf(ScanHistory.class);

  /** Lists agents. */
  public static final Operation<List<ScanAgent>> LIST_AGENTS =
      Operation.get("scanAgents.list", "/api/DeviceAuthenticatedScanAgents")
          .permissions(READ)
          .lifecycle(Lifecycle.PREVIEW)
          .page("get-all-scan-agents.md")
          .returnsListOf(ScanAgent.class);

  /** Gets one agent. */
  public static final Operation<ScanAgent> GET_AGENT =
      Operation.get("scanAgents.get", "/api/DeviceAuthenticatedScanAgents/{id}")
          .permissions(READ)
          .lifecycle(Lifecycle.PREVIEW)
          .page("Get-agent-details.md")
          .returns(ScanAgent.class);

  private ScanOperations() {}

  /** All of them. */
  public static List<Operation<?>> all() {
    return List.of(
        LIST,
        ADD,
        UPDATE,
        BATCH_DELETE,
        HISTORY_BY_DEFINITION,
        HISTORY_BY_SESSION,
        LIST_AGENTS,
        GET_AGENT);
  }
}
