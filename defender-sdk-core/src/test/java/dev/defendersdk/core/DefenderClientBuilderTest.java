package dev.defendersdk.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.Credential;
import dev.defendersdk.core.auth.Credentials;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefenderClientBuilderTest {

  private static final String SECRET = "s3cr3t-value";
  private static final Credential CREDENTIAL =
      Credentials.clientSecret("contoso.com", "app-1", SECRET);

  @ParameterizedTest
  @CsvSource({
    "Con toso, NetShield, 1.0, company",
    "'', NetShield, 1.0, company",
    "Con-toso, NetShield, 1.0, company",
    "Contoso, Net/Shield, 1.0, product",
    "Contoso, Nét, 1.0, product",
    "Contoso, NetShield, '1.0 (beta)', version",
  })
  void namesThatCannotStandInTheUserAgentAreRefused(
      String company, String product, String version, String wrong) {
    assertThatThrownBy(() -> DefenderClient.builder().partner(company, product, version))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(wrong + " is ");
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> DefenderClient.builder().partner("C", "P", "1").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("credential is missing");
    assertThatThrownBy(() -> DefenderClient.builder().credential(CREDENTIAL).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("partner is missing");
  }

  @Test
  void badSettingsAreRefusedAtOnce() {
    DefenderClientBuilder builder = DefenderClient.builder();
    assertThatThrownBy(() -> builder.deadline(Duration.ofSeconds(-1)))
        .hasMessageContaining("PT-1S");
    assertThatThrownBy(() -> builder.attemptTimeout(Duration.ZERO)).hasMessageContaining("PT0S");
    assertThatThrownBy(() -> builder.maxAttempts(0)).hasMessageContaining("maxAttempts is 0");
    assertThatThrownBy(() -> builder.largestAnswer(5)).hasMessageContaining("largestAnswer is 5");
    assertThatThrownBy(() -> builder.credential(null)).hasMessageContaining("credential is null");
    HttpClient following =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    assertThatThrownBy(() -> builder.httpClient(following)).hasMessageContaining("Redirect.NEVER");
  }

  @Test
  void credentialsAreCheckedAndNeverShown() {
    assertThatThrownBy(() -> Credentials.clientSecret(" ", "a", "b"))
        .hasMessageContaining("tenantId is \" \"");
    assertThatThrownBy(() -> Credentials.clientSecret("t", "a", ""))
        .hasMessageContaining("secret is \"\"");
    assertThat(CREDENTIAL.toString()).doesNotContain(SECRET);
  }

  @Test
  void aClosedClientRefusesCallsAndAnApplicationHasNoUsers() {
    DefenderClient client =
        DefenderClient.builder().credential(CREDENTIAL).partner("C", "P", "1").build();
    assertThatThrownBy(() -> client.forUser("alice")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> client.forTenant(" ")).isInstanceOf(IllegalArgumentException.class);
    assertThat(client.forTenant("fabrikam.com").tenantId()).isEqualTo("fabrikam.com");
    assertThat(client.toString()).doesNotContain(SECRET);
    client.close();
  }

  @Test
  void aTokenThatCannotStandInAHeaderIsRefusedAndNotShown() {
    assertThatThrownBy(() -> AccessToken.of("m4rked\n", Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("visible ASCII")
        .hasMessageNotContaining("m4rked");
  }
}
