package dev.defendersdk.core.internal.auth;

import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.internal.json.JsonCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can be read of a token for diagnosis: the permissions in it. Nothing is checked: the token
 * is the service's to check (auth-and-transport.md, section 3).
 *
 * @param readable false if the token is no JWT
 * @param ofUser true if it is the token of a user, false if of an application for itself
 * @param permissions the {@code roles} of an application or the {@code scp} of a user
 * @param tenantId the tenant that it is of, or empty
 * @param audience the service that it is for, or empty
 */
public record TokenClaims(
    boolean readable, boolean ofUser, List<String> permissions, String tenantId, String audience) {

  /** Of a token that is no JWT, or of none. */
  public static final TokenClaims UNREADABLE = new TokenClaims(false, false, List.of(), "", "");

  /** Reads a token. */
  public static TokenClaims of(AccessToken token) {
    String[] parts = token.value().split("\\.", -1);
    if (parts.length != 3) {
      return UNREADABLE;
    }
    try {
      byte[] json = Base64.getUrlDecoder().decode(parts[1]);
      if (!(JsonCodec.readPlain(new ByteArrayInputStream(json)) instanceof Map<?, ?> claims)) {
        return UNREADABLE;
      }
      List<String> permissions = new ArrayList<>();
      if (claims.get("roles") instanceof List<?> roles) {
        roles.forEach(role -> permissions.add(String.valueOf(role)));
      }
      if (claims.get("scp") instanceof String scopes) {
        Stream.of(scopes.split(" ", -1))
            .filter(scope -> !scope.isBlank())
            .forEach(permissions::add);
      }
      return new TokenClaims(
          true,
          claims.get("scp") != null,
          List.copyOf(permissions),
          text(claims.get("tid")),
          text(claims.get("aud")));
    } catch (IllegalArgumentException | IOException e) {
      return UNREADABLE;
    }
  }

  private static String text(@Nullable Object claim) {
    return claim instanceof String text ? text : "";
  }
}
