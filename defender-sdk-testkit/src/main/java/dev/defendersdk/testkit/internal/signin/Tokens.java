package dev.defendersdk.testkit.internal.signin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.internal.api.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Writes and reads access tokens: three parts, signed with the tenant's key. */
final class Tokens {

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private Tokens() {}

  /** What a token says, its signature not yet checked. */
  record Claims(
      String signed,
      String signature,
      String tenantId,
      String audience,
      String applicationId,
      List<String> roles,
      @Nullable User user,
      Instant notBefore,
      Instant expires,
      long number,
      String claims) {}

  /**
   * Writes an access token.
   *
   * @param user on whose behalf the application acts; null if it acts for itself
   */
  static String write(
      Directory directory,
      Application application,
      @Nullable User user,
      String audience,
      String claims,
      Instant now) {
    TokenSettings settings = directory.settings();
    Map<String, Object> payload = payload(directory, application, audience, now);
    payload.put("appidacr", "1");
    if (user != null) {
      userOf(payload, user);
    } else {
      payload.put("idtyp", "app");
      boolean graph = audience.equals(settings.graphAudience());
      List<String> roles =
          application.roles().stream().filter(role -> isOfGraph(role) == graph).toList();
      if (!roles.isEmpty()) {
        payload.put("roles", roles);
      }
    }
    if (!claims.isEmpty()) {
      payload.put("xms_claims", claims);
    }
    return signed(directory, payload);
  }

  // A token holds what was granted at its own resource (graph-security.md, section 2).
  private static boolean isOfGraph(String role) {
    return Stream.of("ThreatHunting.", "SecurityAlert.", "SecurityIncident.", "SecurityData.")
        .anyMatch(role::startsWith);
  }

  /** Writes the token that a user presents to the application itself. */
  static String writeFor(User user, Directory directory, Application application, Instant now) {
    Map<String, Object> payload = payload(directory, application, application.clientId(), now);
    userOf(payload, user);
    return signed(directory, payload);
  }

  private static void userOf(Map<String, Object> payload, User user) {
    payload.put("name", user.name());
    payload.put("upn", user.name());
    payload.put("scp", String.join(" ", user.permissions()));
  }

  private static Map<String, Object> payload(
      Directory directory, Application application, String audience, Instant now) {
    long seconds = now.getEpochSecond();
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("aud", audience);
    payload.put("iss", "https://sts.windows.net/" + directory.tenantId() + "/");
    payload.put("iat", seconds);
    payload.put("nbf", seconds);
    payload.put("exp", seconds + directory.settings().expiresIn() + 1);
    payload.put("appid", application.clientId());
    payload.put("app_displayname", application.name());
    payload.put("tid", directory.tenantId());
    payload.put("uti", Long.toString(directory.nextTokenNumber()));
    payload.put("ver", "1.0");
    return payload;
  }

  private static String signed(Directory directory, Map<String, Object> payload) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("typ", "JWT");
    header.put("alg", "HS256");
    header.put("kid", "simulated");
    String signed = part(header) + "." + part(payload);
    return signed + "." + sign(directory.key(), signed);
  }

  /** Reads a token; null if it is none of the form. */
  static @Nullable Claims read(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return null;
    }
    JsonNode payload;
    try {
      payload = Json.read(Base64.getUrlDecoder().decode(parts[1]));
    } catch (IllegalArgumentException e) {
      return null;
    }
    if (payload == null || !payload.isObject()) {
      return null;
    }
    List<String> roles = new ArrayList<>();
    payload.path("roles").forEach(role -> roles.add(role.asText()));
    return new Claims(
        parts[0] + "." + parts[1],
        parts[2],
        payload.path("tid").asText(),
        payload.path("aud").asText(),
        payload.path("appid").asText(),
        List.copyOf(roles),
        user(payload),
        Instant.ofEpochSecond(payload.path("nbf").asLong()),
        Instant.ofEpochSecond(payload.path("exp").asLong()),
        payload.path("uti").asLong(),
        payload.path("xms_claims").asText());
  }

  private static @Nullable User user(JsonNode payload) {
    if (!payload.has("upn")) {
      return null;
    }
    String scopes = payload.path("scp").asText().strip();
    return new User(
        payload.path("upn").asText(),
        scopes.isEmpty() ? List.of() : List.of(scopes.split(" +", -1)));
  }

  static boolean isSignedBy(byte[] key, Claims claims) {
    return MessageDigest.isEqual(
        sign(key, claims.signed()).getBytes(StandardCharsets.US_ASCII),
        claims.signature().getBytes(StandardCharsets.US_ASCII));
  }

  private static String part(Map<String, Object> value) {
    return ENCODER.encodeToString(Json.bytes(json -> Json.write(json, value)));
  }

  private static String sign(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return ENCODER.encodeToString(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
