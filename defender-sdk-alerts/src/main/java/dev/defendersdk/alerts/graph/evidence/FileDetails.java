package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file, by its content and its place. Page: security-filedetails.md.
 *
 * @param fileName its name
 * @param filePath its folder, without the name in the samples
 * @param fileSize its size in bytes
 * @param md5 a hash of its content
 * @param sha1 a hash of its content, by which Defender knows it
 * @param sha256 a hash of its content
 * @param sha256Ac a hash of its signed content (Authenticode)
 * @param filePublisher who published it
 * @param signer who signed it
 * @param issuer who issued the signer's certificate
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record FileDetails(
    @Nullable String fileName,
    @Nullable String filePath,
    @Nullable Long fileSize,
    @Nullable String md5,
    @Nullable String sha1,
    @Nullable String sha256,
    @Nullable String sha256Ac,
    @Nullable String filePublisher,
    @Nullable String signer,
    @Nullable String issuer,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows sha256 alone. */
  @Override
  public String toString() {
    return "FileDetails[" + sha256 + "]";
  }
}
