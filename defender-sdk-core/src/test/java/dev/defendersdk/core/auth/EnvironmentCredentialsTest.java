package dev.defendersdk.core.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.error.SignInException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentCredentialsTest {

  private static final String TENANT = "contoso.onmicrosoft.com";

  private final Endpoint endpoint = new Endpoint();
  private final Map<String, String> environment = new HashMap<>();
  @TempDir private Path directory;

  @AfterEach
  void close() {
    endpoint.close();
  }

  @Test
  void aSecretIsTakenFirst() throws Exception {
    application();
    environment.put("AZURE_CLIENT_SECRET", " s3cret ");
    environment.put("AZURE_CLIENT_CERTIFICATE_PATH", "/nowhere.pem");
    environment.put("AZURE_FEDERATED_TOKEN_FILE", "/nowhere.jwt");

    Credential credential = credential();
    credential.token(endpoint.request(TENANT));

    assertThat(credential)
        .hasToString("Credential[client secret, tenant " + TENANT + ", application app-1]");
    assertThat(endpoint.asked().path()).isEqualTo("/" + TENANT + "/oauth2/v2.0/token");
    assertThat(endpoint.asked().body().split("&"))
        .contains("client_id=app-1", "client_secret=s3cret", "grant_type=client_credentials");
  }

  @Test
  void anAssertionFileIsReadWhenATokenIsFetched() throws Exception {
    application();
    Path file = directory.resolve("token.jwt");
    environment.put("AZURE_FEDERATED_TOKEN_FILE", file.toString());
    Credential credential = credential();

    Files.writeString(file, "f3d3rated\n");
    credential.token(endpoint.request(TENANT));

    assertThat(endpoint.asked().body().split("&"))
        .contains("client_assertion=f3d3rated")
        .doesNotContain("client_secret=");
  }

  @Test
  void aCertificateIsTakenBeforeAnAssertionFile() {
    application();
    environment.put("AZURE_CLIENT_CERTIFICATE_PATH", directory.resolve("none.pem").toString());
    environment.put("AZURE_FEDERATED_TOKEN_FILE", "/nowhere.jwt");

    Credential credential = credential();

    assertThat(credential)
        .hasToString("Credential[certificate, tenant " + TENANT + ", application app-1]");
    assertThatThrownBy(() -> credential.token(endpoint.request(TENANT)))
        .isInstanceOf(SignInException.class)
        .hasMessageContaining("the certificate could not be had")
        .hasRootCauseMessage(directory.resolve("none.pem").toString());
  }

  @Test
  void withNoneOfThemItIsAManagedIdentity() throws Exception {
    application();
    environment.put("AZURE_CLIENT_SECRET", " ");
    environment.put("AZURE_POD_IDENTITY_AUTHORITY_HOST", endpoint.root());

    Credential credential = credential();
    credential.token(endpoint.request(TENANT));

    assertThat(credential).hasToString("Credential[managed identity, tenant " + TENANT + "]");
    assertThat(endpoint.asked().query()).endsWith("&client_id=app-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AZURE_TENANT_ID", "AZURE_CLIENT_ID"})
  void aMissingVariableIsNamed(String name) {
    for (String kind :
        new String[] {
          "AZURE_CLIENT_SECRET", "AZURE_CLIENT_CERTIFICATE_PATH", "AZURE_FEDERATED_TOKEN_FILE"
        }) {
      environment.clear();
      application();
      environment.put(kind, "v4lue");
      environment.put(name, "");

      assertThatThrownBy(this::credential)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith(name + " is not set: ")
          .hasMessageContaining("credential(…)")
          .hasMessageNotContaining("v4lue");
    }
  }

  @Test
  void withNothingSetTheTenantIsMissed() {
    assertThatThrownBy(this::credential)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("AZURE_TENANT_ID is not set");
  }

  private void application() {
    environment.put("AZURE_TENANT_ID", TENANT);
    environment.put("AZURE_CLIENT_ID", "app-1");
  }

  private Credential credential() {
    return new EnvironmentCredentials(environment).credential();
  }
}
