package dev.defendersdk.core.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.error.SignInException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManagedIdentityCredentialTest {

  private static final String TENANT = "contoso.onmicrosoft.com";
  private static final String RESOURCE = "resource=https://api.securitycenter.microsoft.com";

  private final Endpoint endpoint = new Endpoint();

  @AfterEach
  void close() {
    endpoint.close();
  }

  @Test
  void aVirtualMachineAsksItsMetadataService() throws Exception {
    endpoint.answers(200, "{\"access_token\":\"t0k3n\",\"expires_on\":\"1795510800\"}");

    AccessToken token = machine(null).token(endpoint.request(TENANT));

    assertThat(token).isEqualTo(AccessToken.of("t0k3n", Instant.ofEpochSecond(1_795_510_800)));
    Endpoint.Asked asked = endpoint.asked();
    assertThat(asked.method()).isEqualTo("GET");
    assertThat(asked.path()).isEqualTo("/metadata/identity/oauth2/token");
    assertThat(asked.query()).isEqualTo("api-version=2018-02-01&" + RESOURCE);
    assertThat(asked.headers()).containsEntry("Metadata", List.of("true"));
  }

  @Test
  void anAppServiceAsksTheEndpointThatItsEnvironmentNames() throws Exception {
    Credential credential =
        Credentials.managedIdentity(
            TENANT,
            null,
            Map.of(
                "IDENTITY_ENDPOINT", endpoint.root() + "/msi/token", "IDENTITY_HEADER", "h3ader"));

    credential.token(endpoint.request(TENANT));

    Endpoint.Asked asked = endpoint.asked();
    assertThat(asked.path()).isEqualTo("/msi/token");
    assertThat(asked.query()).isEqualTo("api-version=2019-08-01&" + RESOURCE);
    assertThat(asked.headers()).containsEntry("X-identity-header", List.of("h3ader"));
    assertThat(asked.headers()).doesNotContainKey("Metadata");
    assertThat(credential).hasToString("Credential[managed identity, tenant " + TENANT + "]");
  }

  @Test
  void aUserAssignedIdentityIsNamed() throws Exception {
    machine("id-7").token(endpoint.request(TENANT));

    assertThat(endpoint.asked().query()).endsWith("&" + RESOURCE + "&client_id=id-7");
    assertThat(machine("id-7").clientId()).isEqualTo("id-7");
    assertThat(machine(null).clientId()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1795510800", "\"1795510800\""})
  void theEndIsATextOrANumber(String end) throws Exception {
    endpoint.answers(200, "{\"access_token\":\"t\",\"expires_in\":1,\"expires_on\":" + end + "}");

    assertThat(machine(null).token(endpoint.request(TENANT)).expiresAt())
        .isEqualTo(Instant.ofEpochSecond(1_795_510_800));
  }

  @ParameterizedTest
  @CsvSource({"3599, 3599", "'\"3599\"', 3599", "null, 300"})
  void withoutAnEndTheLifeIsCountedFromNow(String life, long seconds) throws Exception {
    endpoint.answers(200, "{\"access_token\":\"t\",\"expires_in\":" + life + "}");
    Instant before = Instant.now();

    Instant end = machine(null).token(endpoint.request(TENANT)).expiresAt();

    assertThat(end).isBetween(before.plusSeconds(seconds), Instant.now().plusSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({
    "400, false",
    "403, false",
    "404, true",
    "410, true",
    "429, true",
    "500, true",
    "503, true"
  })
  void aRefusalSaysWhetherItPasses(int status, boolean passes) {
    endpoint.answers(
        status, "{\"error\":\"invalid_request\",\"error_description\":\"Identity not found\"}");

    assertThatThrownBy(() -> machine(null).token(endpoint.request(TENANT)))
        .isInstanceOfSatisfying(
            SignInException.class,
            e -> {
              assertThat(e.status()).hasValue(status);
              assertThat(e.isRetryable()).isEqualTo(passes);
              assertThat(e).hasMessageContaining("Identity not found");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "{}", "[]", "{\"access_token\":7}"})
  void anAnswerWithoutATokenIsAFailedSignIn(String answer) {
    endpoint.answers(200, answer);

    assertThatThrownBy(() -> machine(null).token(endpoint.request(TENANT)))
        .isInstanceOf(SignInException.class)
        .hasMessageContaining("gave no token");
  }

  @Test
  void withoutAnEndpointItSaysWhereItMustRun() {
    Credential credential = machine(null);
    TokenRequest request = endpoint.request(TENANT);
    endpoint.close();

    assertThatThrownBy(() -> credential.token(request))
        .isInstanceOfSatisfying(SignInException.class, e -> assertThat(e.isRetryable()).isTrue())
        .hasMessageContaining("runs on an Azure resource with a managed identity");
  }

  /** Its token would be one of its own tenant: what is meant for another would act there. */
  @Test
  void itSignsInToNoOtherTenant() {
    assertThatThrownBy(() -> machine(null).token(endpoint.request("fabrikam.example")))
        .isInstanceOf(SignInException.class)
        .hasMessageContaining("tokens of its own tenant alone");
    assertThat(machine(null).servesUsers()).isFalse();
    assertThat(machine(null).actsOnBehalf()).isFalse();
  }

  private Credential machine(String clientId) {
    return Credentials.managedIdentity(
        TENANT, clientId, Map.of("AZURE_POD_IDENTITY_AUTHORITY_HOST", endpoint.root()));
  }
}
