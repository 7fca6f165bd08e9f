package dev.defendersdk.machineactions.health;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.Paged;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.transfer.DownloadOptions;
import dev.defendersdk.core.transfer.SignedLink;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * The health of the antivirus of a tenant's machines, as it is now. A cheap view of a client: make
 * one where it is needed. Immutable and thread-safe.
 *
 * <pre>{@code
 * DeviceHealthClient health = new DeviceHealthClient(defender);
 * for (DeviceAvInfo stale :
 *     health.list(q -> q.where(d -> d.avIsSignatureUpToDate().eq(UpToDate.FALSE)))) {
 *   …
 * }
 * }</pre>
 *
 * <p>The list needs {@code Machine.Read.All}; its quota is 30 calls a minute and 1,000 an hour. The
 * service recommends it for up to 100,000 machines. For more there is the export, which needs
 * {@code Vulnerability.Read.All}; its quota is 5 calls a minute and 20 an hour. All methods throw
 * {@link dev.defendersdk.core.error.DefenderException} if the call fails, and {@link
 * IllegalArgumentException} for wrong arguments, before any call.
 */
public final class DeviceHealthClient {

  private final DefenderClient defender;

  /** A view of the health of the machines of this client's tenant. */
  public DeviceHealthClient(DefenderClient defender) {
    this.defender = Check.notNull(defender, "defender");
  }

  /** All machines. Page: device-health-export-antivirus-health-report-api.md. */
  public Paged<DeviceAvInfo> list() {
    return list(DeviceHealthQuery.all());
  }

  /**
   * The machines of a query, built in place. Page:
   * device-health-export-antivirus-health-report-api.md.
   */
  public Paged<DeviceAvInfo> list(UnaryOperator<DeviceHealthQuery> query) {
    return list(Check.notNull(query, "query").apply(DeviceHealthQuery.all()));
  }

  /** The machines of a query. Page: device-health-export-antivirus-health-report-api.md. */
  public Paged<DeviceAvInfo> list(DeviceHealthQuery query) {
    return list(query, CallOptions.defaults());
  }

  /**
   * The machines of a query, with options. Page:
   * device-health-export-antivirus-health-report-api.md.
   */
  public Paged<DeviceAvInfo> list(DeviceHealthQuery query, CallOptions options) {
    return defender.list(
        Call.of(DeviceHealthOperations.LIST).query(Check.notNull(query, "query").toListQuery()),
        options);
  }

  /**
   * Exports the health of all machines as files (preview), for tenants of more than 100,000. Page:
   * device-health-export-antivirus-health-report-api.md. What each object holds of the antivirus,
   * in {@code DeviceGatheredInfo}, no page says.
   *
   * @param validHours how long the links live, from 1 to 6: the one page says up to 24, the other
   *     up to 6
   */
  public ExportFiles exportFiles(int validHours) {
    return exportFiles(validHours, CallOptions.defaults());
  }

  /** Exports the health of all machines as files (preview), with options. */
  public ExportFiles exportFiles(int validHours, CallOptions options) {
    return defender.execute(
        Call.of(DeviceHealthOperations.EXPORT_FILES)
            .query("sasValidHours", Check.between(validHours, 1, 6, "validHours")),
        options);
  }

  /**
   * Downloads one file of an export, as it is, compressed. Its link cannot be asked for anew: if it
   * has expired, make a new export, whose files are others.
   *
   * @param target replaced if it exists
   * @return the length in bytes
   * @throws dev.defendersdk.core.error.ForbiddenException if the link has expired
   */
  public long download(SignedLink file, Path target) {
    return download(file, target, DownloadOptions.defaults());
  }

  /** Downloads one file of an export, with options. */
  public long download(SignedLink file, Path target, DownloadOptions options) {
    Check.notNull(file, "file");
    Check.notNull(options, "options");
    return defender.downloads().toFile(() -> file, target, options.maxLinks(1));
  }

  @Override
  public String toString() {
    return "DeviceHealthClient[" + defender + "]";
  }
}
