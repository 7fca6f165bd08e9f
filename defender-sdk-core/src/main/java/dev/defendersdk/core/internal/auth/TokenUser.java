package dev.defendersdk.core.internal.auth;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose token it is: the application's own, that of a user by name, or that of the user who
 * presented a token. Two users are never equal. Never shows the token.
 */
public final class TokenUser {

  /** The application itself. */
  public static final TokenUser APPLICATION = new TokenUser(null, null);

  private final @Nullable String name;
  private final @Nullable String assertion;

  private TokenUser(@Nullable String name, @Nullable String assertion) {
    this.name = name;
    this.assertion = assertion;
  }

  public static TokenUser named(String name) {
    return new TokenUser(name, null);
  }

  public static TokenUser presenting(String assertion) {
    return new TokenUser(null, assertion);
  }

  public @Nullable String name() {
    return name;
  }

  public @Nullable String assertion() {
    return assertion;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenUser that
        && Objects.equals(name, that.name)
        && Objects.equals(assertion, that.assertion);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, assertion);
  }

  @Override
  public String toString() {
    return assertion != null ? "TokenUser[***]" : "TokenUser[" + name + "]";
  }
}
