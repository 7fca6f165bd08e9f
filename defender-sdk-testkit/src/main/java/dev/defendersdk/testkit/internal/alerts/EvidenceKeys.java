package dev.defendersdk.testkit.internal.alerts;

import dev.defendersdk.testkit.alerts.NewTenantAlert.Evidence;
import dev.defendersdk.testkit.internal.api.ApiError;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** By what evidence is asked for, and what is no such key. */
final class EvidenceKeys {

  private static final Pattern SHA1 = Pattern.compile("[0-9a-fA-F]{40}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?=.{1,253}$)([\\p{L}\\p{N}_]([\\p{L}\\p{N}_-]{0,62})\\.)+[\\p{L}\\p{N}-]{2,}");

  private EvidenceKeys() {}

  /** Refuses what is no SHA-1. */
  static String sha1(String hash) {
    if (!SHA1.matcher(hash).matches()) {
      throw new ApiError(400, "InvalidHashValue", "'" + hash + "' is not a SHA-1 hash");
    }
    return hash;
  }

  /** Refuses what is neither a SHA-1 nor a SHA-256. */
  static String hash(String hash) {
    if (!SHA1.matcher(hash).matches() && !SHA256.matcher(hash).matches()) {
      throw new ApiError(400, "InvalidHashValue", "'" + hash + "' is not a valid hash");
    }
    return hash;
  }

  /** Refuses what is no domain name. */
  static String domain(String domain) {
    if (!DOMAIN.matcher(domain).matches()) {
      throw new ApiError(400, "InvalidDomainName", "'" + domain + "' is not a domain name");
    }
    return domain;
  }

  /** The host of a URL, in lower case; null if the evidence has none. */
  static @Nullable String host(Evidence evidence) {
    String url = text(evidence, "url");
    if (url == null) {
      return null;
    }
    try {
      String host = URI.create(url).getHost();
      return host == null ? null : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  static @Nullable String text(Evidence evidence, String name) {
    Object value = evidence.members().get(name);
    return value == null ? null : value.toString();
  }
}
