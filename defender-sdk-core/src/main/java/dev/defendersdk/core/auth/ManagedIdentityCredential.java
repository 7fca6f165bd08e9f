package dev.defendersdk.core.auth;

import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.internal.json.JsonCodec;
import dev.defendersdk.core.internal.text.RetryAfter;
import dev.defendersdk.core.internal.transport.Transport;
import dev.defendersdk.core.internal.transport.TransportFailure;
import dev.defendersdk.core.internal.transport.WireResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The managed identity of an Azure resource: of a virtual machine, by the instance metadata
 * service, or of an app service or function, by the endpoint that its environment names. Asked
 * directly: it is one GET, and needs no msal4j.
 */
final class ManagedIdentityCredential implements Credential {

  private static final String METADATA_SERVICE = "http://169.254.169.254";

  private final String tenantId;
  private final @Nullable String clientId;
  private final Map<String, String> environment;

  ManagedIdentityCredential(
      String tenantId, @Nullable String clientId, Map<String, String> environment) {
    this.tenantId = tenantId;
    this.clientId = clientId;
    this.environment = environment;
  }

  @Override
  public String tenantId() {
    return tenantId;
  }

  @Override
  public String clientId() {
    return clientId == null ? "" : clientId;
  }

  @Override
  public boolean servesUsers() {
    return false;
  }

  @Override
  public AccessToken token(TokenRequest request) throws InterruptedException {
    if (!request.tenantId().equalsIgnoreCase(tenantId)) {
      // The endpoint takes no tenant: its token would reach the data of the wrong one.
      throw ErrorReport.of(ErrorKind.SIGN_IN)
          .detail("a managed identity has tokens of its own tenant alone, " + tenantId)
          .advice("For other tenants use a client secret or a certificate.")
          .toException();
    }
    Transport transport = Transport.forSignIn(request.httpClient(), request.time());
    WireResponse answer;
    try {
      answer = transport.send(ask(request.scope()), request.timeout());
    } catch (TransportFailure e) {
      throw ErrorReport.of(ErrorKind.SIGN_IN)
          .detail("the managed identity endpoint was not reached: " + e.getMessage())
          .advice("Check that this runs on an Azure resource with a managed identity.")
          .retryable(true, null)
          .cause(e)
          .toException();
    }
    Map<?, ?> members = members(answer);
    if (answer.status() != 200 || !(members.get("access_token") instanceof String token)) {
      throw refused(answer, members, request.time().now());
    }
    return AccessToken.of(token, expiry(members, request.time().now()));
  }

  private HttpRequest.Builder ask(String scope) {
    String resource = scope.replaceFirst("/\\.default$", "");
    String query = "&resource=" + encode(resource);
    if (clientId != null) {
      query += "&client_id=" + encode(clientId);
    }
    String endpoint = environment.get("IDENTITY_ENDPOINT");
    String secret = environment.get("IDENTITY_HEADER");
    if (endpoint != null && secret != null) {
      String separator = endpoint.contains("?") ? "&" : "?";
      return HttpRequest.newBuilder(
              URI.create(endpoint + separator + "api-version=2019-08-01" + query))
          .header("X-IDENTITY-HEADER", secret);
    }
    String host = environment.getOrDefault("AZURE_POD_IDENTITY_AUTHORITY_HOST", METADATA_SERVICE);
    return HttpRequest.newBuilder(
            URI.create(host + "/metadata/identity/oauth2/token?api-version=2018-02-01" + query))
        .header("Metadata", "true");
  }

  // Seconds since the epoch in "expires_on", or seconds from now in "expires_in"; texts or numbers.
  private static Instant expiry(Map<?, ?> members, Instant now) {
    Long on = number(members.get("expires_on"));
    Long in = number(members.get("expires_in"));
    if (on != null) {
      return Instant.ofEpochSecond(on);
    }
    return now.plusSeconds(in == null ? 300 : in);
  }

  private static @Nullable Long number(@Nullable Object value) {
    if (value instanceof Long number) {
      return number;
    }
    return value instanceof String text && text.matches("\\d{1,12}") ? Long.valueOf(text) : null;
  }

  private static DefenderException refused(WireResponse answer, Map<?, ?> members, Instant now) {
    // 404 and 410 while the service starts, by its page; a 400 means that there is no such
    // identity.
    boolean passing =
        answer.status() == 404
            || answer.status() == 410
            || answer.status() == 429
            || answer.status() >= 500;
    return ErrorReport.of(ErrorKind.SIGN_IN)
        .status(answer.status())
        .service(text(members.get("error")), text(members.get("error_description")), null)
        .detail("the managed identity endpoint gave no token")
        .advice("Check that the resource has this managed identity assigned.")
        .retryable(passing, RetryAfter.of(answer.headers(), now))
        .toException();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof String text ? text : null;
  }

  private static Map<?, ?> members(WireResponse answer) {
    try (InputStream body = answer.open()) {
      return JsonCodec.readPlain(body) instanceof Map<?, ?> members ? members : Map.of();
    } catch (IOException e) {
      return Map.of();
    }
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Credential[managed identity, tenant " + tenantId + "]";
  }
}
