package dev.defendersdk.core.internal.msal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A token as the sign-in service gave it. Never shown. */
public record SignedIn(String token, Instant expiresAt, @Nullable Instant refreshAt) {
  @Override
  public String toString() {
    return "SignedIn[***, expires " + expiresAt + "]";
  }
}
