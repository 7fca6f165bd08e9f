package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Applications that act on behalf of users. */
class OnBehalfOfTest {

  private final SimulatedTenant tenant =
      SimulatedTenant.builder().time(Times.virtual()).machines(1).build();
  private final Caller caller = Caller.of(tenant);
  private final String id = tenant.machines().ids().get(0);

  @Test
  void theTokenIsTheUsers() throws IOException {
    String presented = tenant.userToken("ada@contoso.example", "Machine.Read", "Machine.Isolate");
    assertThat(claims(presented).path("aud").asText()).isEqualTo(tenant.clientId());

    String token = token(presented);

    JsonNode claims = claims(token);
    assertThat(claims.path("aud").asText()).isEqualTo(tenant.defenderAudience());
    assertThat(claims.path("scp").asText()).isEqualTo("Machine.Read Machine.Isolate");
    assertThat(claims.path("upn").asText()).isEqualTo("ada@contoso.example");
    assertThat(claims.has("roles")).isFalse();
    assertThat(claims.has("idtyp")).isFalse();
    // It is for the application alone.
    assertThat(caller.withToken(presented).get("/api/machines").status()).isEqualTo(401);
  }

  @Test
  void theUsersPermissionsDecideAndTheUserIsTheRequestor() {
    Caller reader =
        caller.withToken(token(tenant.userToken("ada@contoso.example", "Machine.Read")));
    String body = "{\"Comment\":\"c\",\"IsolationType\":\"Full\"}";

    assertThat(reader.get("/api/machines").status()).isEqualTo(200);
    Caller.Reply refused = reader.post("/api/machines/" + id + "/isolate", body);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.message())
        .isEqualTo(
            "Missing user scopes. API required scopes: Machine.Isolate,"
                + " user scopes: Machine.Read.");

    Caller actor =
        caller.withToken(token(tenant.userToken("ada@contoso.example", "Machine.Isolate")));
    Caller.Reply done = actor.post("/api/machines/" + id + "/isolate", body);
    assertThat(done.status()).isEqualTo(201);
    assertThat(done.json().path("requestor").asText()).isEqualTo("ada@contoso.example");
  }

  @ParameterizedTest
  @CsvSource({
    "assertion, , 900144, invalid_request",
    "requested_token_use, , 900144, invalid_request",
    "requested_token_use, else, 90014, invalid_request",
    "assertion, nonsense, 50013, invalid_grant",
    "client_secret, wrong, 7000215, invalid_client",
  })
  void aWrongRequestIsAnsweredAsEntraDoes(String field, String value, int code, String error) {
    Map<String, String> form = form(tenant.userToken("ada@contoso.example", "Machine.Read"));
    if (value == null) {
      form.remove(field);
    } else {
      form.put(field, value);
    }

    isRefused(form, code, error);
  }

  @Test
  void onlyAGoodTokenOfAUserForThisApplicationIsTaken() {
    isRefused(form(caller.token()), 50013, "invalid_grant");
    String presented = tenant.userToken("ada@contoso.example", "Machine.Read");
    isRefused(form(presented.substring(0, presented.length() - 3)), 50013, "invalid_grant");
    isRefused(form(token(presented)), 500131, "invalid_grant");
    isRefused(form(tenant.userToken("bob@contoso.example")), 65001, "invalid_grant");

    Times.pass(tenant, Duration.ofHours(1));
    isRefused(form(presented), 500133, "invalid_grant");
  }

  private void isRefused(Map<String, String> form, int code, String error) {
    Caller.Reply reply = caller.token(form);
    assertThat(reply.json().path("error_codes").path(0).asInt()).isEqualTo(code);
    assertThat(reply.json().path("error").asText()).isEqualTo(error);
  }

  private String token(String presented) {
    return caller.token(form(presented)).json().path("access_token").asText();
  }

  private Map<String, String> form(String presented) {
    Map<String, String> form = new HashMap<>(caller.form());
    form.put("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
    form.put("requested_token_use", "on_behalf_of");
    form.put("assertion", presented);
    return form;
  }

  private static JsonNode claims(String token) throws IOException {
    return Caller.MAPPER.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
  }
}
