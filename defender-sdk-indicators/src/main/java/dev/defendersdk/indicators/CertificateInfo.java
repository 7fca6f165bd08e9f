package dev.defendersdk.indicators;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The certificate of an indicator. Observed, and in the service metadata; no page describes it.
 *
 * @param issuer who issued it
 * @param serial its serial number
 * @param subject whom it names
 * @param sha256 its SHA-256
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record CertificateInfo(
    @Nullable String issuer,
    @Nullable String serial,
    @Nullable String subject,
    @Nullable String sha256,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows the SHA-256 alone. */
  @Override
  public String toString() {
    return "CertificateInfo[" + sha256 + "]";
  }
}
