package dev.defendersdk.indicators.observables;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file that was seen. Page: files.md; {@code md5} is in a sample of another page and in the
 * service metadata. Times are UTC.
 *
 * @param sha1 its SHA-1
 * @param sha256 its SHA-256
 * @param md5 its MD5
 * @param globalPrevalence on how many devices of all tenants it was seen
 * @param globalFirstObserved when it was first seen in any tenant
 * @param globalLastObserved when it was last seen in any tenant
 * @param size how many bytes it has
 * @param fileType what kind of file it is, such as {@code APP}
 * @param isPeFile whether it is a portable executable
 * @param filePublisher its publisher
 * @param fileProductName the product that it is of; a sample has HTML entities in it
 * @param signer who signed it
 * @param issuer who issued the certificate
 * @param signerHash the hash of the certificate
 * @param isValidCertificate whether the certificate is valid
 * @param determinationType what it is held for
 * @param determinationValue the name of the threat
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record FileInformation(
    @Nullable String sha1,
    @Nullable String sha256,
    @Nullable String md5,
    @Nullable Long globalPrevalence,
    @Nullable Instant globalFirstObserved,
    @Nullable Instant globalLastObserved,
    @Nullable Long size,
    @Nullable String fileType,
    @Nullable Boolean isPeFile,
    @Nullable String filePublisher,
    @Nullable String fileProductName,
    @Nullable String signer,
    @Nullable String issuer,
    @Nullable String signerHash,
    @Nullable Boolean isValidCertificate,
    @Nullable DeterminationType determinationType,
    @Nullable String determinationValue,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows the SHA-1 alone. */
  @Override
  public String toString() {
    return "FileInformation[" + sha1 + "]";
  }
}
