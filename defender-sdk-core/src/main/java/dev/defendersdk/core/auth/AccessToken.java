package dev.defendersdk.core.auth;

import dev.defendersdk.core.argument.Check;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An access token and its times. Never shown by {@code toString}. */
public final class AccessToken {

  private final String value;
  private final Instant expiresAt;
  private final @Nullable Instant refreshAt;

  private AccessToken(String value, Instant expiresAt, @Nullable Instant refreshAt) {
    this.value = checked(value);
    this.expiresAt = Check.notNull(expiresAt, "expiresAt");
    this.refreshAt = refreshAt;
  }

  // Never shown, so the message cannot name the value.
  private static String checked(String value) {
    if (!Check.notBlank(value, "token").chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalArgumentException(
          "token is not shown: it must be of visible ASCII characters, without blanks and line ends."
              + " Trim what was read from a file.");
    }
    return value;
  }

  /** A token that ends at this time. */
  public static AccessToken of(String value, Instant expiresAt) {
    return new AccessToken(value, expiresAt, null);
  }

  /** The same token with the time from which a new one should be fetched in the background. */
  public AccessToken refreshAt(@Nullable Instant refreshAt) {
    return new AccessToken(value, expiresAt, refreshAt);
  }

  /** The token itself. Send it to its own service only, and never log it. */
  public String value() {
    return value;
  }

  /** The time from which it is no longer accepted. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /** The time from which to fetch a new one in the background; null to leave it to the SDK. */
  public @Nullable Instant refreshAt() {
    return refreshAt;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AccessToken token
        && value.equals(token.value)
        && expiresAt.equals(token.expiresAt);
  }

  @Override
  public int hashCode() {
    return Objects.hash(value, expiresAt);
  }

  @Override
  public String toString() {
    return "AccessToken[***, expires " + expiresAt + "]";
  }
}
