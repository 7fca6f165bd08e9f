package dev.defendersdk.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInTest {

  private final SimulatedTenant tenant =
      SimulatedTenant.builder().time(Times.virtual()).machines(3).build();
  private final Caller caller = Caller.of(tenant);

  @Test
  void aTokenHasTheClaimsThatTheServiceReads() throws IOException {
    Caller.Reply reply = caller.token(caller.form());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("token_type").asText()).isEqualTo("Bearer");
    assertThat(reply.json().path("expires_in").asLong()).isEqualTo(3599);
    assertThat(reply.json().has("refresh_in")).isFalse();
    JsonNode claims = claims(reply.json().path("access_token").asText());
    assertThat(claims.path("aud").asText()).isEqualTo("https://api.securitycenter.microsoft.com");
    assertThat(claims.path("tid").asText()).isEqualTo(tenant.tenantId());
    assertThat(claims.path("appid").asText()).isEqualTo(tenant.clientId());
    assertThat(claims.path("iat").asLong()).isEqualTo(Times.START.getEpochSecond());
    assertThat(claims.path("nbf").asLong()).isEqualTo(Times.START.getEpochSecond());
    assertThat(claims.path("exp").asLong()).isEqualTo(Times.START.getEpochSecond() + 3600);
    List<String> roles = new ArrayList<>();
    claims.path("roles").forEach(role -> roles.add(role.asText()));
    // Those of Graph are in the tokens for Graph.
    assertThat(roles).contains("Machine.Read.All", "Alert.ReadWrite.All");
    assertThat(tenant.roles()).containsAll(roles);
    assertThat(tenant.roles().stream().filter(role -> !roles.contains(role)))
        .containsExactlyInAnyOrder(
            "SecurityAlert.Read.All",
            "SecurityAlert.ReadWrite.All",
            "SecurityData.Manage.All",
            "SecurityIncident.Read.All",
            "SecurityIncident.ReadWrite.All",
            "ThreatHunting.Read.All");
  }

  @Test
  void theOlderEndpointTakesAResourceAndWritesNumbersAsTexts() {
    Map<String, String> form = new HashMap<>(caller.form());
    form.remove("scope");
    form.put("resource", tenant.defenderAudience());

    Caller.Reply reply = caller.token("/" + tenant.domain() + "/oauth2/token", form);

    assertThat(reply.json().path("expires_in").textValue()).isEqualTo("3599");
    String token = reply.json().path("access_token").asText();
    assertThat(caller.withToken(token).get("/api/machines").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "client_secret, wrong, 401, invalid_client, 7000215",
    "client_secret, , 401, invalid_client, 7000216",
    "client_assertion, eyJ, 401, invalid_client, 700027",
    "client_id, 00000000-0000-0000-0000-000000000000, 400, unauthorized_client, 700016",
    "client_id, , 400, invalid_request, 900144",
    "grant_type, password, 400, unsupported_grant_type, 70003",
    "scope, https://foo.microsoft.com/.default, 400, invalid_scope, 70011",
    "scope, https://api.securitycenter.microsoft.com, 400, invalid_scope, 70011",
    "scope, , 400, invalid_request, 900144",
  })
  void aWrongRequestIsAnsweredAsEntraDoes(
      String field, String value, int status, String error, int code) {
    Map<String, String> form = new HashMap<>(caller.form());
    if (value == null) {
      form.remove(field);
    } else {
      form.put(field, value);
    }

    Caller.Reply reply = caller.token(form);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().path("error").asText()).isEqualTo(error);
    assertThat(reply.json().path("error_codes").path(0).asInt()).isEqualTo(code);
    assertThat(reply.json().path("error_description").asText())
        .startsWith("AADSTS" + code + ": ")
        .contains("\r\nTrace ID: ");
    assertThat(reply.json().has("correlation_id")).isTrue();
    assertThat(tenant.journal().last().errorCode()).isEqualTo("AADSTS" + code);
  }

  @Test
  void anUnknownTenantIsSaidToBeUnknown() {
    Caller.Reply reply = caller.token("/nobody.onmicrosoft.com/oauth2/v2.0/token", caller.form());

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("error_codes").path(0).asInt()).isEqualTo(90002);
  }

  @Test
  void aCallWithoutATokenOrWithABrokenOneIs401() {
    String token = caller.token();
    String[] parts = token.split("\\.", -1);
    String tampered = parts[0] + "." + parts[1].substring(0, 8) + parts[1].substring(9);

    assertThat(caller.withToken("").get("/api/machines").code()).isEqualTo("Unauthorized");
    assertThat(caller.withToken("nonsense").get("/api/machines").status()).isEqualTo(401);
    assertThat(caller.withToken("a.b.c").get("/api/machines").status()).isEqualTo(401);
    assertThat(caller.withToken(tampered + "." + parts[2]).get("/api/machines").status())
        .isEqualTo(401);
    assertThat(caller.withToken(parts[0] + "." + parts[1] + ".x").get("/api/machines").status())
        .isEqualTo(401);
  }

  @Test
  void aTokenEndsWithItsLife() {
    Times.pass(tenant, Duration.ofSeconds(3599));
    assertThat(caller.get("/api/machines").status()).isEqualTo(200);

    Times.pass(tenant, Duration.ofSeconds(1));
    Caller.Reply late = caller.get("/api/machines");
    assertThat(late.status()).isEqualTo(401);
    assertThat(late.headers().firstValue("WWW-Authenticate").orElse(""))
        .startsWith("Bearer ")
        .contains("invalid_token");
    assertThat(caller.signIn().get("/api/machines").status()).isEqualTo(200);
  }

  @Test
  void aTokenForAnotherAudienceIs401WhateverTheHost() {
    Map<String, String> form = new HashMap<>(caller.form());
    form.put("scope", tenant.graphAudience() + "/.default");
    String token = caller.token(form).json().path("access_token").asText();

    assertThat(caller.withToken(token).get("/api/machines").status()).isEqualTo(401);
  }

  @Test
  void aMissingRoleIsNamedAsTheServiceNamesIt() {
    tenant.addApplication("reader", "reader", "s", "Machine.Read.All");
    tenant.addApplication("nobody", "nobody", "s");
    String id = tenant.machines().ids().get(0);

    Caller.Reply reply =
        as("reader").post("/api/machines/" + id + "/isolate", "{\"Comment\":\"c\"}");
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.code()).isEqualTo("Forbidden");
    assertThat(reply.message())
        .isEqualTo(
            "Missing application roles. API required roles: Machine.Isolate,"
                + " application roles: Machine.Read.All.");
    assertThat(as("nobody").get("/api/machines").message())
        .isEqualTo(
            "Missing application roles. API required roles: Machine.Read.All,Machine.ReadWrite.All,"
                + " application roles: .");
  }

  @Test
  void aTokenOfAnAppWithoutConsentHasNoRolesClaim() throws IOException {
    tenant.addApplication("nobody", "nobody", "s");

    assertThat(claims(as("nobody").token()).has("roles")).isFalse();
  }

  @Test
  void revokedTokensAreRefusedAndNewOnesTaken() {
    tenant.revokeTokens();

    assertThat(caller.get("/api/machines").status()).isEqualTo(401);
    assertThat(caller.signIn().get("/api/machines").status()).isEqualTo(200);
  }

  @Test
  void aClaimsChallengeIsMetOnlyByATokenAskedForWithTheseClaims() {
    String claims = "{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1767225600\"}}}";
    tenant.revokeTokens(claims);

    String challenge =
        caller.get("/api/machines").headers().firstValue("WWW-Authenticate").orElse("");
    assertThat(challenge)
        .contains("error=\"insufficient_claims\"")
        .contains("claims=\"" + Base64.getEncoder().encodeToString(claims.getBytes(UTF_8)) + "\"");
    assertThat(caller.signIn().get("/api/machines").status()).isEqualTo(401);

    Map<String, String> form = new HashMap<>(caller.form());
    form.put("claims", claims);
    String token = caller.token(form).json().path("access_token").asText();
    assertThat(caller.withToken(token).get("/api/machines").status()).isEqualTo(200);
  }

  @Test
  void lifeAndRenewalOfTokensCanBeSet() {
    SimulatedTenant other =
        SimulatedTenant.builder()
            .time(Times.virtual())
            .tokenLifetime(Duration.ofMinutes(10))
            .refreshIn(Duration.ofMinutes(5))
            .build();
    Caller reply = Caller.of(other);

    JsonNode json = reply.token(reply.form()).json();
    assertThat(json.path("expires_in").asLong()).isEqualTo(600);
    assertThat(json.path("refresh_in").asLong()).isEqualTo(300);
  }

  private Caller as(String clientId) {
    Map<String, String> form = new HashMap<>(caller.form());
    form.put("client_id", clientId);
    form.put("client_secret", "s");
    return caller.withToken(caller.token(form).json().path("access_token").asText());
  }

  private static JsonNode claims(String token) throws IOException {
    return Caller.MAPPER.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
  }
}
