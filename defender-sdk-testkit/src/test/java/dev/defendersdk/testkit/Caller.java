package dev.defendersdk.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A client of a few lines on the JDK's own. */
final class Caller {

  static final ObjectMapper MAPPER = new ObjectMapper();

  /** An answer with its body read as JSON. */
  record Reply(int status, HttpHeaders headers, String text) {

    JsonNode json() {
      try {
        return MAPPER.readTree(text);
      } catch (IOException e) {
        throw new AssertionError("no JSON: " + text, e);
      }
    }

    String code() {
      return json().path("error").path("code").asText();
    }

    String message() {
      return json().path("error").path("message").asText();
    }

    List<String> ids() {
      List<String> ids = new ArrayList<>();
      json().path("value").forEach(entity -> ids.add(entity.path("id").asText()));
      return ids;
    }

    List<String> all(String property) {
      List<String> values = new ArrayList<>();
      json().path("value").forEach(entity -> values.add(entity.path(property).asText()));
      return values;
    }
  }

  private final HttpClient http;
  private final URI authority;
  private final URI api;
  private final SimulatedTenant tenant;
  private String token = "";

  private Caller(HttpClient http, URI authority, URI api, SimulatedTenant tenant) {
    this.http = http;
    this.authority = authority;
    this.api = api;
    this.tenant = tenant;
  }

  /** Calls in process, signed in. */
  static Caller of(SimulatedTenant tenant) {
    return new Caller(tenant.httpClient(), tenant.authorityUri(), tenant.defenderUri(), tenant)
        .signIn();
  }

  /** Calls over a socket, signed in. */
  static Caller of(SimulatedTenant tenant, TenantServer server) {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return new Caller(http, server.authorityUri(), server.defenderUri(), tenant).signIn();
  }

  /** Calls Microsoft Graph in process, signed in there. */
  static Caller onGraph(SimulatedTenant tenant) {
    return new Caller(tenant.httpClient(), tenant.authorityUri(), tenant.graphUri(), tenant)
        .signIn();
  }

  Caller signIn() {
    Map<String, String> form = new HashMap<>(form());
    if (api.equals(tenant.graphUri())) {
      form.put("scope", tenant.graphAudience() + "/.default");
    }
    Reply reply = token(form);
    if (reply.status() != 200) {
      throw new AssertionError(reply.toString());
    }
    token = reply.json().path("access_token").asText();
    return this;
  }

  String token() {
    return token;
  }

  Caller withToken(String other) {
    Caller caller = new Caller(http, authority, api, tenant);
    caller.token = other;
    return caller;
  }

  /** The form of a right token request. */
  Map<String, String> form() {
    return Map.of(
        "grant_type",
        "client_credentials",
        "client_id",
        tenant.clientId(),
        "client_secret",
        tenant.clientSecret(),
        "scope",
        tenant.defenderAudience() + "/.default");
  }

  Reply token(Map<String, String> form) {
    return token("/" + tenant.tenantId() + "/oauth2/v2.0/token", form);
  }

  Reply token(String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(authority.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(api.resolve(path));
    return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
  }

  Reply get(String path) {
    return send(request(path).build());
  }

  /** Gets a list with a filter, percent-encoded here. */
  Reply filter(String path, String filter) {
    return get(path + "?$filter=" + encode(filter));
  }

  Reply post(String path, String body) {
    return send(body(path, "POST", body));
  }

  Reply patch(String path, String body) {
    return send(body(path, "PATCH", body));
  }

  HttpRequest body(String path, String method, String body) {
    return request(path)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body))
        .build();
  }

  Reply send(HttpRequest request) {
    try {
      return sendThrowing(request);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  Reply sendThrowing(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    return new Reply(response.statusCode(), response.headers(), response.body());
  }

  HttpClient http() {
    return http;
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
