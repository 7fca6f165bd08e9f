package dev.defendersdk.machineactions.actions;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The file that an action is about. Page: machineaction.md.
 *
 * @param fileIdentifier the hash
 * @param fileIdentifierType the kind of hash
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record RelatedFileInfo(
    @Nullable String fileIdentifier,
    @Nullable FileIdentifierType fileIdentifierType,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows the type alone. */
  @Override
  public String toString() {
    return "RelatedFileInfo[]";
  }
}
