package dev.defendersdk.machineactions.health;

import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Permissions;
import java.util.List;

/** The operations on the health of machines: all that the SDK knows of them, as data. */
public final class DeviceHealthOperations {

  /** Lists the antivirus health of machines. */
  public static final Operation<List<DeviceAvInfo>> LIST =
      Operation.get("deviceHealth.listAntivirus", "/api/deviceavinfo")
          .permissions(Permissions.anyOf("Machine.Read.All").orDelegated("Machine.Read"))
          .limits(30, 1_000)
          .page("device-health-export-antivirus-health-report-api.md")
          .pagedBySkip(10_000)
          // Without $top a page holds 20: a large tenant would cost more calls than an hour has.
          .alwaysSendsTop()
          .returnsListOf(DeviceAvInfo.class);

  /** Exports antivirus health as files: the same call as the information-gathering export. */
  public static final Operation<ExportFiles> EXPORT_FILES =
      Operation.get("exports.informationGatheringFiles", "/api/machines/InfoGatheringExport")
          .permissions(
              Permissions.anyOf("Vulnerability.Read.All").orDelegated("Vulnerability.Read"))
          // The page of device health says 30 and 1,000, this one less for the same path.
          .limits(5, 20)
          .page("get-assessment-information-gathering.md")
          .returns(ExportFiles.class);

  private DeviceHealthOperations() {}

  /** All of them. */
  public static List<Operation<?>> all() {
    return List.of(LIST, EXPORT_FILES);
  }
}
