package dev.defendersdk.machineactions.scans;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.defendersdk.core.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One scan of a definition that was carried out: a session. Preview. The pages print other names
 * than the service metadata has, so that some members have two; the methods without a counterpart
 * in the JSON take whichever came. Pages: Get-scan-history-by-definition.md,
 * Get-scan-history-by-session.md.
 *
 * @param orgId the tenant, as the scanner knows it
 * @param scanDefinitionId the definition, by the metadata; see {@link #definition}
 * @param scanDefinitionIds the definition, by the pages: one id, in spite of the name
 * @param sessionId the session, by the metadata; see {@link #session}
 * @param sessionIds the session, by the pages: one id, in spite of the name
 * @param scannerId the machine that scanned
 * @param lastScanned when it ran, in UTC
 * @param numberOfSuccessfullyScannedTargets targets scanned well
 * @param numberOfTargets all targets
 * @param scanStatus how it ended: {@code Success}, {@code Partial Success} or {@code Fail} were
 *     seen, no list is documented
 * @param generalErrorMessage what went wrong
 * @param scannedTargets its targets, by the metadata; see {@link #targets}
 * @param listScannedTargets its targets, by the pages
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record ScanHistory(
    @Nullable String orgId,
    @Nullable String scanDefinitionId,
    @Nullable String scanDefinitionIds,
    @Nullable String sessionId,
    @Nullable String sessionIds,
    @Nullable String scannerId,
    @Nullable Instant lastScanned,
    @Nullable Integer numberOfSuccessfullyScannedTargets,
    @Nullable Integer numberOfTargets,
    @Nullable String scanStatus,
    @Nullable String generalErrorMessage,
    List<ScannedTarget> scannedTargets,
    List<ScannedTarget> listScannedTargets,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** The definition's id, under whichever name it came; null if under none. */
  public @Nullable String definition() {
    return scanDefinitionId != null ? scanDefinitionId : scanDefinitionIds;
  }

  /**
   * The session's id, under whichever name it came; null if under none, as in the page's sample of
   * the history by definition.
   */
  public @Nullable String session() {
    return sessionId != null ? sessionId : sessionIds;
  }

  /**
   * The targets, under whichever name they came. The page's sample is broken in a way that lets one
   * target stand where the list should: it is then kept among {@code additionalProperties}, and is
   * the only one here (authenticated-scans.md).
   */
  public List<ScannedTarget> targets() {
    if (!scannedTargets.isEmpty()) {
      return scannedTargets;
    }
    return listScannedTargets.isEmpty() ? loneTarget() : listScannedTargets;
  }

  private List<ScannedTarget> loneTarget() {
    for (Map.Entry<String, @Nullable Object> member : additionalProperties.entrySet()) {
      boolean targets =
          member.getKey().equalsIgnoreCase("listScannedTargets")
              || member.getKey().equalsIgnoreCase("scannedTargets");
      if (targets && member.getValue() instanceof Map<?, ?> target) {
        return List.of(Json.read(ScannedTarget.class, Json.write(target)));
      }
    }
    return List.of();
  }

  /** Shows the session alone. */
  @Override
  public String toString() {
    return "ScanHistory[" + session() + "]";
  }
}
