package dev.defendersdk.testkit.internal.signin;

import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Ids;
import dev.defendersdk.testkit.internal.api.QueryString;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The token endpoints for applications, v2 (by scope) and v1 (by resource), for themselves and on
 * behalf of users. Pages: exposed-apis-create-app-webapp.md and Entra's
 * v2-oauth2-client-creds-grant-flow.md.
 */
public final class SignIn {

  private static final Set<String> OPEN_ID = Set.of("openid", "profile", "offline_access");

  private final Ids ids;
  private final Instant now;

  /** An answer, and whose request it was as far as that is known. */
  public record Result(Answer answer, @Nullable String clientId) {}

  private SignIn(Ids ids, Instant now) {
    this.ids = ids;
    this.now = now;
  }

  /**
   * Answers a token request.
   *
   * @param tenant as named in the path
   * @param directory of that tenant; null if there is none
   * @param v2 whether the v2 endpoint was called
   */
  public static Result answer(
      String tenant, @Nullable Directory directory, boolean v2, byte[] body, Ids ids, Instant now) {
    SignIn signIn = new SignIn(ids, now);
    Map<String, String> form;
    try {
      form = QueryString.parse(new String(body, StandardCharsets.UTF_8)).parameters();
    } catch (ApiError e) {
      form = Map.of();
    }
    return new Result(signIn.answer(tenant, directory, v2, form), form.get("client_id"));
  }

  private Answer answer(
      String tenant, @Nullable Directory directory, boolean v2, Map<String, String> form) {
    try {
      return answerOrRefuse(tenant, directory, v2, form);
    } catch (SignInError e) {
      return e.answer(ids, now);
    }
  }

  private Answer answerOrRefuse(
      String tenant, @Nullable Directory directory, boolean v2, Map<String, String> form) {
    if (directory == null) {
      throw SignInError.noTenant(tenant);
    }
    for (String name : List.of("grant_type", "client_id", v2 ? "scope" : "resource")) {
      if (form.getOrDefault(name, "").isBlank()) {
        throw SignInError.missing(name);
      }
    }
    String grant = form.getOrDefault("grant_type", "");
    if (!grant.equals("client_credentials") && !grant.equals(OnBehalfOf.GRANT)) {
      throw new SignInError(
          400,
          "unsupported_grant_type",
          70003,
          "The app requested an unsupported grant type '" + grant + "'.");
    }
    String clientId = form.getOrDefault("client_id", "");
    Application application = directory.application(clientId);
    if (application == null) {
      throw SignInError.noApplication(clientId, tenant);
    }
    checkCredential(form, application, directory, grant);
    User user =
        grant.equals(OnBehalfOf.GRANT) ? OnBehalfOf.user(form, application, directory, now) : null;
    return v2
        ? byScope(directory, application, user, form)
        : byResource(directory, application, user, form);
  }

  private void checkCredential(
      Map<String, String> form, Application application, Directory directory, String grant) {
    if (form.containsKey("client_assertion")) {
      directory.proofs(application.clientId()).check(form, application.clientId(), directory, now);
      return;
    }
    String secret = form.get("client_secret");
    if (secret == null) {
      throw new SignInError(
          401,
          "invalid_client",
          7000216,
          "'client_assertion', 'client_secret' or 'request' is required for the '"
              + grant
              + "' grant type.");
    }
    if (!secret.equals(application.secret())) {
      throw new SignInError(
          401,
          "invalid_client",
          7000215,
          "Invalid client secret provided. Ensure the secret being sent in the request is the"
              + " client secret value, not the client secret ID, for a secret added to app '"
              + application.clientId()
              + "'.");
    }
  }

  private Answer byScope(
      Directory directory, Application application, @Nullable User user, Map<String, String> form) {
    String scope = resourceScope(form.getOrDefault("scope", ""));
    String suffix = "/.default";
    String audience =
        scope.endsWith(suffix)
            ? directory.settings().audienceOf(scope.substring(0, scope.length() - suffix.length()))
            : null;
    if (audience == null) {
      throw new SignInError(
          400,
          "invalid_scope",
          70011,
          "The provided value for the input parameter 'scope' is not valid. The scope "
              + scope
              + " is not valid.");
    }
    TokenSettings settings = directory.settings();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("token_type", "Bearer");
    body.put("expires_in", settings.expiresIn());
    body.put("ext_expires_in", settings.expiresIn());
    if (settings.refreshIn() != null) {
      body.put("refresh_in", settings.refreshIn());
    }
    return issued(directory, application, user, audience, form, body);
  }

  /** The scope that names a resource; libraries send those of OpenID beside it. */
  private static String resourceScope(String scopes) {
    return Stream.of(scopes.split(" ", -1))
        .filter(scope -> !scope.isEmpty() && !OPEN_ID.contains(scope))
        .collect(Collectors.joining(" "));
  }

  /** The v1 endpoint writes its numbers as texts. */
  private Answer byResource(
      Directory directory, Application application, @Nullable User user, Map<String, String> form) {
    String resource = form.getOrDefault("resource", "");
    String audience = directory.settings().audienceOf(resource);
    if (audience == null) {
      throw new SignInError(
          400,
          "invalid_resource",
          500011,
          "The resource principal named " + resource + " was not found in the tenant.");
    }
    TokenSettings settings = directory.settings();
    long seconds = now.getEpochSecond();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("token_type", "Bearer");
    body.put("expires_in", Long.toString(settings.expiresIn()));
    body.put("ext_expires_in", Long.toString(settings.expiresIn()));
    body.put("expires_on", Long.toString(seconds + settings.expiresIn()));
    body.put("not_before", Long.toString(seconds));
    body.put("resource", resource);
    return issued(directory, application, user, audience, form, body);
  }

  private Answer issued(
      Directory directory,
      Application application,
      @Nullable User user,
      String audience,
      Map<String, String> form,
      Map<String, Object> body) {
    String claims = form.getOrDefault("claims", "");
    body.put("access_token", Tokens.write(directory, application, user, audience, claims, now));
    return Answer.of(200, body);
  }
}
