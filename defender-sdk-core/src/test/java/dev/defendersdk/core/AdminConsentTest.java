package dev.defendersdk.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.ConsentAnswer.Granted;
import dev.defendersdk.core.ConsentAnswer.Refused;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Consent links, and what browsers bring back from them. */
class AdminConsentTest {

  private static final String APPLICATION = "8a7f5ed2-6a1b-4f0c-9d3e-0c1b2a39485f";
  private static final String TENANT = "0b6f1c3a-52e7-4c43-9b0e-6c1d2e3f4a5b";
  private static final String STATE = "K3Jx0cVw2q8YtPz5+/mN7g==";
  private static final String SENT_STATE = "K3Jx0cVw2q8YtPz5%2B%2FmN7g%3D%3D";
  private static final URI REDIRECT = URI.create("https://netshield.example/onboarded?of=a%20b");

  private final AdminConsent consent = AdminConsent.of(DefenderCloud.GLOBAL, APPLICATION);

  @Test
  void theLinkOfDefendersPagesNamesTheApplication() {
    assertThat(consent.link())
        .hasToString(
            "https://login.microsoftonline.com/common/oauth2/authorize?prompt=consent&client_id="
                + APPLICATION
                + "&response_type=code&sso_reload=true");
  }

  @Test
  void theLinkOfEntrasPageNamesTenantStateAndWayBack() {
    assertThat(consent.link("contoso.onmicrosoft.com", REDIRECT, STATE))
        .hasToString(
            "https://login.microsoftonline.com/contoso.onmicrosoft.com/adminconsent?client_id="
                + APPLICATION
                + "&state="
                + SENT_STATE
                + "&redirect_uri=https%3A%2F%2Fnetshield.example%2Fonboarded%3Fof%3Da%2520b");
  }

  @Test
  void theTenantMayBeLeftToWhomeverSignsIn() {
    assertThat(consent.link("common", REDIRECT, STATE).getPath()).isEqualTo("/common/adminconsent");
  }

  @Test
  void eachCloudHasItsOwnSignIn() {
    AdminConsent gcc = AdminConsent.of(DefenderCloud.GCC, APPLICATION);
    AdminConsent high = AdminConsent.of(DefenderCloud.GCC_HIGH, APPLICATION);
    assertThat(gcc.link()).hasHost("login.microsoftonline.com");
    assertThat(high.link()).hasHost("login.microsoftonline.us");
    assertThat(high.link(TENANT, REDIRECT, STATE)).hasHost("login.microsoftonline.us");
  }

  @ParameterizedTest
  @ValueSource(strings = {"True", "true"})
  void aGrantNamesTheTenant(String word) {
    ConsentAnswer answer =
        answer("admin_consent=" + word + "&tenant=" + TENANT + "&state=" + SENT_STATE + "&new=1");
    assertThat(answer).isEqualTo(new Granted(TENANT));
  }

  @Test
  void aRefusalSaysWhyAndWhatToDo() {
    ConsentAnswer answer =
        answer(
            "error=permission_denied&error_description=The+admin+canceled%0Athe%20request&state="
                + SENT_STATE);
    assertThat(answer)
        .isEqualTo(new Refused("permission_denied", "The admin canceled the request"));
    assertThat(((Refused) answer).advice()).contains("somebody who may", "new link");
  }

  @Test
  void anErrorIsARefusalWhateverElseIsSaid() {
    assertThat(
            answer(
                "admin_consent=True&tenant="
                    + TENANT
                    + "&error=access_denied&error_description=declined&state="
                    + SENT_STATE))
        .isEqualTo(new Refused("access_denied", "declined"));
  }

  @Test
  void aRefusalMayComeWithoutTheStateAsItDoesOnEntrasPage() {
    assertThat(answer("error=access_denied")).isEqualTo(new Refused("access_denied", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "permission_denied, somebody who may",
    "temporarily_unavailable, Try again later",
    "invalid_client, redirect URI"
  })
  void everyRefusalHasAnAdvice(String error, String advice) {
    assertThat(new Refused(error, "").advice()).contains(advice);
  }

  @Test
  void whatLooksLikeASecretInARefusalIsNotShown() {
    Refused refused = new Refused("invalid_client", "wrong client_secret=hunter22 given");
    assertThat(refused.toString()).doesNotContain("hunter22");
  }

  @ParameterizedTest
  @CsvSource({
    // forged, or of another link
    "admin_consent=True&tenant=T&state=K3Jx0cVw2q8YtPz5, its state must be the one of the link",
    "admin_consent=True&tenant=T, its state must be the one of the link",
    "error=permission_denied&state=b3RoZXIgc3RhdGUu, its state must be the one of the link",
    // repeated
    "admin_consent=True&tenant=T&state=S&state=S, it must carry state once",
    "admin_consent=True&tenant=T&tenant=T&state=S, it must carry tenant once",
    "admin_consent=True&admin%5Fconsent=True&tenant=T&state=S, it must carry admin_consent once",
    // missing or malformed
    "admin_consent=True&state=S, its tenant must be a GUID",
    "admin_consent=True&tenant=contoso.example&state=S, its tenant must be a GUID",
    "admin_consent=True&tenant=T%0A&state=S, its tenant must be a GUID",
    "tenant=T&state=S, either admin_consent=True or error",
    "admin_consent=False&tenant=T&state=S, either admin_consent=True or error",
    "code=0.AAA, it must carry the answer in its query"
  })
  void whatIsNoAnswerToTheLinkIsRefusedAndShowsNoState(String query, String rule) {
    String sent = query.replaceAll("=T(?=[&%]|$)", "=" + TENANT).replace("=S", "=" + SENT_STATE);
    assertThatThrownBy(() -> answer(sent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(rule)
        .satisfies(
            e ->
                assertThat(e.getMessage())
                    .doesNotContain("K3Jx0cVw2q8YtPz5", "b3RoZXIgc3RhdGUu", "0.AAA"));
  }

  @Test
  void aQueryIsNeeded() {
    assertThatThrownBy(
            () -> AdminConsent.answer(URI.create("https://netshield.example/onboarded"), STATE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("all after the question mark");
  }

  private static ConsentAnswer answer(String query) {
    return AdminConsent.answer(URI.create("https://netshield.example/onboarded?" + query), STATE);
  }
}
