package dev.defendersdk.testkit.internal.signin;

import org.jspecify.annotations.Nullable;

/**
 * How tokens are issued.
 *
 * @param audience of the Defender API
 * @param graphAudience of Microsoft Graph
 * @param expiresIn seconds
 * @param refreshIn seconds; null leaves {@code refresh_in} out
 */
public record TokenSettings(
    String audience, String graphAudience, long expiresIn, @Nullable Long refreshIn) {

  /** The audience of a resource as it may be written in a token request; null if unknown. */
  @Nullable String audienceOf(String resource) {
    String plain = resource.endsWith("/") ? resource.substring(0, resource.length() - 1) : resource;
    if (plain.equals(audience)
        || plain.equals("https://securitycenter.onmicrosoft.com/windowsatpservice")) {
      return audience;
    }
    return plain.equals(graphAudience) ? graphAudience : null;
  }
}
