package dev.defendersdk.testkit.internal.signin;

import java.time.Instant;
import java.util.Map;

/**
 * The grant by which an application acts for a user who gave it a token. Page: Entra's
 * v2-oauth2-on-behalf-of-flow.md.
 */
final class OnBehalfOf {

  static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  private OnBehalfOf() {}

  /**
   * The user on whose behalf a token is asked for.
   *
   * @throws SignInError if the user's token is none for this application
   */
  static User user(
      Map<String, String> form, Application application, Directory directory, Instant now) {
    for (String name : new String[] {"assertion", "requested_token_use"}) {
      if (form.getOrDefault(name, "").isBlank()) {
        throw SignInError.missing(name);
      }
    }
    if (!"on_behalf_of".equals(form.get("requested_token_use"))) {
      throw new SignInError(
          400, "invalid_request", 90014, "The value of 'requested_token_use' is not valid.");
    }
    Tokens.Claims claims = Tokens.read(form.getOrDefault("assertion", ""));
    User user = claims == null ? null : claims.user();
    if (claims == null || user == null || !Tokens.isSignedBy(directory.key(), claims)) {
      throw refused(50013, "Assertion failed signature validation.");
    }
    if (!claims.audience().equals(application.clientId())) {
      throw refused(
          500131, "Assertion audience does not match the Client app presenting the assertion.");
    }
    if (now.isBefore(claims.notBefore()) || !now.isBefore(claims.expires())) {
      throw refused(500133, "Assertion is not within its valid time range.");
    }
    if (user.permissions().isEmpty()) {
      throw refused(
          65001,
          "The user or administrator has not consented to use the application with ID '"
              + application.clientId()
              + "'.");
    }
    return user;
  }

  private static SignInError refused(int code, String description) {
    return new SignInError(400, "invalid_grant", code, description);
  }
}
