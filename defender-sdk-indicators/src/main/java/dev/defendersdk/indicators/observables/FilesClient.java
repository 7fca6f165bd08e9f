package dev.defendersdk.indicators.observables;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.Paged;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.argument.Ids;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.indicators.internal.IndicatorValues;

/**
 * What Defender knows of files. A cheap view of a client: make one where it is needed. Immutable
 * and thread-safe.
 *
 * <p>Permission: {@code File.Read.All}. Quota: 100 calls a minute and 1,500 an hour for each. All
 * methods throw {@link dev.defendersdk.core.error.DefenderException} if the call fails, and {@link
 * IllegalArgumentException} for wrong arguments, before any call.
 */
public final class FilesClient {

  private static final int SHA1 = 40;
  private static final int SHA256 = 64;

  private final DefenderClient defender;

  /** A view of the files of this client's tenant. */
  public FilesClient(DefenderClient defender) {
    this.defender = Check.notNull(defender, "defender");
  }

  /**
   * A file. Page: get-file-information.md.
   *
   * @param hash its SHA-1 or SHA-256; the page says both that MD5 is taken and that it is not
   * @throws dev.defendersdk.core.error.NotFoundException if it is not known
   */
  public FileInformation get(String hash) {
    return get(hash, CallOptions.defaults());
  }

  /** A file, with options. Page: get-file-information.md. */
  public FileInformation get(String hash, CallOptions options) {
    return defender.execute(
        Call.of(ObservableOperations.GET_FILE).path("hash", hash(hash)), options);
  }

  /**
   * How often a file was seen in the last 30 days. Page: get-file-statistics.md.
   *
   * @param hash its SHA-1 or SHA-256
   * @throws dev.defendersdk.core.error.NotFoundException if it is not known
   */
  public FileStatistics statistics(String hash) {
    return statistics(hash, CallOptions.defaults());
  }

  /** How often a file was seen in the last 30 days, with options. Page: as without. */
  public FileStatistics statistics(String hash, CallOptions options) {
    return defender.execute(statisticsOf(hash), options);
  }

  /**
   * How often a file was seen in the last hours. Page: get-file-statistics.md.
   *
   * @param lookBackHours from 1 to 720
   */
  public FileStatistics statistics(String hash, int lookBackHours) {
    return statistics(hash, lookBackHours, CallOptions.defaults());
  }

  /** How often a file was seen in the last hours, with options. Page: get-file-statistics.md. */
  public FileStatistics statistics(String hash, int lookBackHours, CallOptions options) {
    return defender.execute(LookBack.on(statisticsOf(hash), lookBackHours), options);
  }

  /**
   * The files of an alert; none if the service finds no such alert. Page:
   * get-alert-related-files-info.md.
   *
   * @param alertId {@code Alert.id()}
   */
  public Paged<FileInformation> ofAlert(String alertId) {
    return ofAlert(alertId, CallOptions.defaults());
  }

  /** The files of an alert, with options. Page: get-alert-related-files-info.md. */
  public Paged<FileInformation> ofAlert(String alertId, CallOptions options) {
    return defender.list(
        Call.of(ObservableOperations.LIST_FILES_OF_ALERT)
            .path("id", Ids.opaque(alertId, "alertId", "Alert.id()")),
        options);
  }

  private static Call<FileStatistics> statisticsOf(String hash) {
    return Call.of(ObservableOperations.GET_FILE_STATISTICS).path("hash", hash(hash));
  }

  private static String hash(String hash) {
    String hex = IndicatorValues.hex(Check.notBlank(hash, "hash"));
    if (hex == null || (hex.length() != SHA1 && hex.length() != SHA256)) {
      throw new IllegalArgumentException(
          "hash is "
              + Check.quote(hash)
              + ": it must be a SHA-1 of 40 hex digits or a SHA-256 of 64. Pass one of the two.");
    }
    return hex;
  }
}
