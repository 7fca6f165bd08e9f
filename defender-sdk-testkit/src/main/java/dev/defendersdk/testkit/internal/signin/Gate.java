package dev.defendersdk.testkit.internal.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.Caller;
import dev.defendersdk.testkit.internal.api.Operation;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lets a call in by its token, or says why not. */
public final class Gate {

  private static final ObjectMapper CLAIMS = new ObjectMapper();

  /**
   * The decision. Who called is known as soon as the token is genuine, also where the call is then
   * refused.
   */
  public record Decision(@Nullable Caller caller, @Nullable Answer refusal) {}

  private Gate() {}

  /**
   * Checks form, tenant, signature, life, audience and permissions, in this order.
   *
   * @param authorization the header; null if it was not sent
   * @param directories by tenant id
   */
  public static Decision check(
      @Nullable String authorization,
      Function<String, @Nullable Directory> directories,
      Operation operation,
      Instant now,
      String target) {
    if (authorization == null) {
      return refused(null, "Bearer", "Authorization header is missing", target);
    }
    String[] words = authorization.strip().split(" +", 2);
    if (words.length < 2 || !words[0].equalsIgnoreCase("bearer")) {
      return refused(null, "Bearer", "Authorization header is invalid", target);
    }
    Tokens.Claims claims = Tokens.read(words[1]);
    if (claims == null) {
      return refused(null, "Bearer error=\"invalid_token\"", "The token is malformed", target);
    }
    Directory directory = directories.apply(claims.tenantId());
    if (directory == null || !Tokens.isSignedBy(directory.key(), claims)) {
      return refused(
          null, "Bearer error=\"invalid_token\"", "The signature of the token is invalid", target);
    }
    Application application = directory.application(claims.applicationId());
    User user = claims.user();
    Caller caller =
        new Caller(
            directory.tenantId(),
            claims.applicationId(),
            nameOf(claims, application),
            user == null ? claims.roles() : user.permissions());
    String wrong = wrong(claims, directory, operation, now);
    if (wrong != null) {
      return refused(caller, directory.challenge("invalid_token"), wrong, target);
    }
    String missing = missing(user != null, caller.roles(), operation);
    return new Decision(
        caller, missing == null ? null : Answer.error(403, "Forbidden", missing, target));
  }

  private static @Nullable String missing(boolean ofUser, List<String> has, Operation operation) {
    List<String> needed = ofUser ? operation.delegated() : operation.application();
    if (needed.isEmpty() || needed.stream().anyMatch(has::contains)) {
      return null;
    }
    String words = ofUser ? "user scopes" : "application roles";
    return "Missing "
        + words
        + ". API required "
        + (ofUser ? "scopes: " : "roles: ")
        + String.join(",", needed)
        + ", "
        + words
        + ": "
        + String.join(",", has)
        + ".";
  }

  // Actions of a user are the user's, by whatever application.
  private static String nameOf(Tokens.Claims claims, @Nullable Application application) {
    if (claims.user() != null) {
      return claims.user().name();
    }
    return application == null ? claims.applicationId() : application.name();
  }

  private static @Nullable String wrong(
      Tokens.Claims claims, Directory directory, Operation operation, Instant now) {
    TokenSettings settings = directory.settings();
    String audience =
        "graph".equals(operation.audience()) ? settings.graphAudience() : settings.audience();
    if (!audience.equals(claims.audience())) {
      return "The audience of the token is invalid";
    }
    if (!now.isBefore(claims.expires())) {
      return "The token has expired";
    }
    if (now.isBefore(claims.notBefore())) {
      return "The token is not yet valid";
    }
    String required = directory.requiredClaims();
    if (directory.isRevoked(claims.number())
        || (required != null && !sameJson(required, claims.claims()))) {
      return "The token was revoked";
    }
    return null;
  }

  private static Decision refused(
      @Nullable Caller caller, String challenge, String message, String target) {
    return new Decision(
        caller,
        Answer.error(401, "Unauthorized", message, target)
            .withHeader("WWW-Authenticate", challenge));
  }

  // Libraries write the members of the claims in an order of their own.
  private static boolean sameJson(String one, String other) {
    try {
      return CLAIMS.readTree(one).equals(CLAIMS.readTree(other));
    } catch (JsonProcessingException e) {
      return one.equals(other);
    }
  }
}
