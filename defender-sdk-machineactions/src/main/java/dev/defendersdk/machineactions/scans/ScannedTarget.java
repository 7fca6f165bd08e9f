package dev.defendersdk.machineactions.scans;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.defendersdk.machineactions.internal.TimeSpans;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one target of a scan. Pages: Get-scan-history-by-session.md and the service
 * metadata.
 *
 * @param ip its address
 * @param hostname its name
 * @param scannedDeviceDescription what it is
 * @param errorMessage what went wrong; empty for nothing
 * @param scanStatus how it ended
 * @param scanDuration how long it took, as a .NET time span; see {@link #duration}
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record ScannedTarget(
    @Nullable String ip,
    @Nullable String hostname,
    @Nullable String scannedDeviceDescription,
    @Nullable String errorMessage,
    @Nullable TargetScanStatus scanStatus,
    @Nullable String scanDuration,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** How long it took; null if the service said nothing, or what is no time span. */
  public @Nullable Duration duration() {
    return scanDuration == null ? null : TimeSpans.read(scanDuration);
  }

  /** Shows the status alone. */
  @Override
  public String toString() {
    return "ScannedTarget[" + scanStatus + "]";
  }
}
