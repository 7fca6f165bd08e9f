package dev.defendersdk.core.internal.msal;

import dev.defendersdk.core.internal.json.JsonCodec;
import dev.defendersdk.core.internal.transport.WireResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sign-in service's answer, as far as it can be read: not every answer of it is JSON. */
record SignInAnswer(Map<?, ?> members) {

  private static final Pattern AADSTS = Pattern.compile("AADSTS\\d+");

  static SignInAnswer read(@Nullable WireResponse answer) {
    if (answer == null) {
      return new SignInAnswer(Map.of());
    }
    try (InputStream body = answer.open()) {
      return new SignInAnswer(
          JsonCodec.readPlain(body) instanceof Map<?, ?> members ? members : Map.of());
    } catch (IOException e) {
      return new SignInAnswer(Map.of());
    }
  }

  boolean holdsToken() {
    return text("access_token") != null;
  }

  Optional<Duration> lifetime() {
    return seconds("expires_in");
  }

  Optional<Duration> refreshIn() {
    return seconds("refresh_in");
  }

  /** The AADSTS code, or the OAuth one, or null. */
  @Nullable String code() {
    String description = description();
    Matcher code = AADSTS.matcher(description == null ? "" : description);
    return code.find() ? code.group() : text("error");
  }

  /** The first line: the rest repeats the ids. */
  @Nullable String description() {
    String description = text("error_description");
    return description == null ? null : description.lines().findFirst().orElse(null);
  }

  @Nullable String correlationId() {
    return text("correlation_id");
  }

  String advice() {
    String code = code();
    return switch (code == null ? "" : code) {
      case "AADSTS7000215" -> "Check the client secret: its value is wanted, not its id.";
      case "AADSTS7000222" -> "The client secret has expired: make a new one.";
      case "AADSTS700016" ->
          "Check the client id, and that the tenant's administrator consented to the application.";
      case "AADSTS90002" -> "Check the tenant id, and that the cloud is the tenant's own.";
      case "AADSTS700027" ->
          "Check that the certificate is registered with the application, that its key is the right"
              + " one, and the computer's clock.";
      case "AADSTS65001" -> "The user or an administrator must consent to the application.";
      case "AADSTS50013", "AADSTS500131", "AADSTS500133" ->
          "Check the user's token: it must be of this tenant, for this application and not over.";
      case "AADSTS70011" -> "Check the cloud's audiences.";
      default -> "Check tenant id, client id, secret and cloud.";
    };
  }

  private @Nullable String text(String name) {
    return members.get(name) instanceof String text ? text : null;
  }

  // A number by the pages, a text with digits from older endpoints.
  private Optional<Duration> seconds(String name) {
    Object value = members.get(name);
    if (value instanceof Long seconds) {
      return Optional.of(Duration.ofSeconds(seconds));
    }
    return value instanceof String text && text.matches("\\d{1,9}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
        : Optional.empty();
  }

  /** Shows nothing: an answer may hold a token. */
  @Override
  public String toString() {
    return "SignInAnswer[***]";
  }
}
