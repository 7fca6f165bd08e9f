package dev.defendersdk.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefenderCloudTest {

  @Test
  void theAudienceIsNotTheHost() {
    assertThat(DefenderCloud.GLOBAL.defender()).hasToString("https://api.security.microsoft.com");
    assertThat(DefenderCloud.GLOBAL.defenderAudience())
        .isEqualTo("https://api.securitycenter.microsoft.com");
    assertThat(DefenderCloud.EUROPE.defender())
        .hasToString("https://eu.api.security.microsoft.com");
    assertThat(DefenderCloud.EUROPE.defenderAudience())
        .isEqualTo(DefenderCloud.GLOBAL.defenderAudience());
    assertThat(DefenderCloud.region("swa.api").defender())
        .hasToString("https://swa.api.security.microsoft.com");
  }

  @Test
  void gccSignsInAtTheCommercialAuthorityAndTheOtherGovernmentCloudsDoNot() {
    assertThat(DefenderCloud.GCC.authority()).hasToString("https://login.microsoftonline.com");
    assertThat(DefenderCloud.GCC.graph()).hasToString("https://graph.microsoft.com");
    assertThat(DefenderCloud.GCC_HIGH.authority()).hasToString("https://login.microsoftonline.us");
    assertThat(DefenderCloud.GCC_HIGH.graph()).hasToString("https://graph.microsoft.us");
    assertThat(DefenderCloud.DOD.graph()).hasToString("https://dod-graph.microsoft.us");
    assertThat(DefenderCloud.DOD.defender()).isEqualTo(DefenderCloud.GCC_HIGH.defender());
  }

  @Test
  void aSlashAtTheEndChangesNothing() {
    assertThat(DefenderCloud.builder().graph("https://graph.microsoft.com/").build())
        .isEqualTo(DefenderCloud.GLOBAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.contoso.com",
        "ftp://127.0.0.1",
        "https://",
        "api.contoso.com",
        "https://h/api",
        "https://user@h",
        "https://h?x=1",
        "https://h:",
        "https://h:99999",
        "http://127.0.0.1.contoso.com",
        " ",
        "https://h h"
      })
  void tokensGoOverTlsToTheRootOfAHostOnly(String defender) {
    assertThatThrownBy(() -> DefenderCloud.builder().defender(defender).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("defender is \"" + defender + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8080",
        "http://localhost:80",
        "http://[::1]:1",
        "https://h:8443/"
      })
  void loopbackMayDoWithoutTls(String defender) {
    assertThat(DefenderCloud.builder().defender(defender).build().defender()).isNotNull();
  }
}
