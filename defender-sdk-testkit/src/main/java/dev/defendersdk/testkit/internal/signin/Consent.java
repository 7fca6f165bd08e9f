package dev.defendersdk.testkit.internal.signin;

import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Ids;
import dev.defendersdk.testkit.internal.api.QueryString;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The page on which an administrator lets an application in, with an administrator who answers at
 * once. Page: Entra's v2-oauth2-client-creds-grant-flow.md.
 */
public final class Consent {

  private Consent() {}

  /**
   * Answers a consent link: sends the browser on to its redirect URI.
   *
   * @param tenant as named in the path
   * @param directory of the tenant whose administrator answers; null if there is none
   * @param partners the applications of partners by client id
   */
  public static SignIn.Result answer(
      String tenant,
      @Nullable Directory directory,
      Function<String, @Nullable Application> partners,
      @Nullable String rawQuery,
      Ids ids,
      Instant now) {
    Map<String, String> query;
    try {
      query = QueryString.parse(rawQuery).parameters();
    } catch (ApiError e) {
      query = Map.of();
    }
    String clientId = query.getOrDefault("client_id", "");
    Answer answer;
    try {
      answer = answerOrRefuse(tenant, directory, partners.apply(clientId), query);
    } catch (SignInError e) {
      // Shown to the administrator: where the link is wrong, the browser is not sent on.
      answer = e.answer(ids, now);
    }
    return new SignIn.Result(answer, clientId.isEmpty() ? null : clientId);
  }

  private static Answer answerOrRefuse(
      String tenant,
      @Nullable Directory directory,
      @Nullable Application application,
      Map<String, String> query) {
    if (directory == null) {
      throw SignInError.noTenant(tenant);
    }
    for (String name : new String[] {"client_id", "redirect_uri"}) {
      if (query.getOrDefault(name, "").isBlank()) {
        throw SignInError.missing(name);
      }
    }
    if (application == null) {
      throw SignInError.noApplication(query.getOrDefault("client_id", ""), tenant);
    }
    String redirect = query.getOrDefault("redirect_uri", "");
    // By the page, a refusal comes without the state.
    if (!directory.administratorConsents()) {
      return sentOn(
          redirect,
          "error=permission_denied&error_description=" + encode("The admin canceled the request"));
    }
    directory.register(application);
    String state =
        query.containsKey("state") ? "&state=" + encode(query.getOrDefault("state", "")) : "";
    return sentOn(redirect, "tenant=" + directory.tenantId() + state + "&admin_consent=True")
        .withEffect("consent: " + application.name() + " may " + application.roles());
  }

  private static Answer sentOn(String redirect, String answer) {
    char join = redirect.indexOf('?') < 0 ? '?' : '&';
    return Answer.of(302, Map.of()).withHeader("Location", redirect + join + answer);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
