package dev.defendersdk.machineactions.liveresponse;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file in the library of live response. Page: list-library-files.md. Times are UTC.
 *
 * @param fileName its name, and its key
 * @param sha256 of its content, 64 hex digits
 * @param description what it is for
 * @param creationTime when it was uploaded
 * @param lastUpdatedTime when it was last replaced
 * @param createdBy who uploaded it
 * @param hasParameters whether it is a script that takes parameters
 * @param parametersDescription which; absent where it takes none
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record LibraryFile(
    @Nullable String fileName,
    @Nullable String sha256,
    @Nullable String description,
    @Nullable Instant creationTime,
    @Nullable Instant lastUpdatedTime,
    @Nullable String createdBy,
    @Nullable Boolean hasParameters,
    @Nullable String parametersDescription,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows the name alone. */
  @Override
  public String toString() {
    return "LibraryFile[" + fileName + "]";
  }
}
