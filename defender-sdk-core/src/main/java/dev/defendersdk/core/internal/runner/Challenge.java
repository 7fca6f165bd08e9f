package dev.defendersdk.core.internal.runner;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The challenge of a 401: what the next token must prove (continuous access evaluation). */
final class Challenge {

  private static final Pattern CLAIMS = Pattern.compile("claims=\"([A-Za-z0-9+/=_-]+)\"");

  private Challenge() {}

  /** The claims of a WWW-Authenticate header, decoded, or null. */
  static @Nullable String claims(String header) {
    Matcher claims = CLAIMS.matcher(header);
    if (!header.contains("insufficient_claims") || !claims.find()) {
      return null;
    }
    String base64 = claims.group(1).replace('-', '+').replace('_', '/');
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
