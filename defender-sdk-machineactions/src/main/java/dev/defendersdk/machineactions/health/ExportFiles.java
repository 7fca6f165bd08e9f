package dev.defendersdk.machineactions.health;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.defendersdk.core.transfer.SignedLink;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files of an export. Page: device-health-export-antivirus-health-report-api.md. Each is
 * compressed by gzip and holds one JSON object a line.
 *
 * @param exportFiles links to them
 * @param generatedTime when they were made, UTC
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record ExportFiles(
    List<SignedLink> exportFiles,
    @Nullable Instant generatedTime,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows the number of files alone. */
  @Override
  public String toString() {
    return "ExportFiles[" + exportFiles.size() + " files, " + generatedTime + "]";
  }
}
