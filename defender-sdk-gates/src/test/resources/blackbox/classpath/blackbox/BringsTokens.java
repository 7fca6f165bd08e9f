package blackbox;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.error.SignInException;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.testkit.SimulatedTenant;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;

/** Brings tokens of its own, with msal4j absent; then shows what a client without it says. */
public final class BringsTokens {
  public static void main(String[] arguments) throws Exception {
    SimulatedTenant tenant = SimulatedTenant.builder().machines(3).build();
    String form =
        "grant_type=client_credentials&client_id=" + tenant.clientId()
            + "&client_secret=" + tenant.clientSecret()
            + "&scope=" + tenant.defenderAudience() + "/.default";
    URI uri = tenant.authorityUri().resolve("/" + tenant.tenantId() + "/oauth2/v2.0/token");
    String answer =
        tenant
            .httpClient()
            .send(
                HttpRequest.newBuilder(uri)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    String token = answer.replaceAll("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    try (DefenderClient defender =
        tenant
            .connect(DefenderClient.builder())
            .credential(
                Credentials.tokenSupplier(
                    tenant.tenantId(),
                    tenant.clientId(),
                    request -> AccessToken.of(token, Instant.now().plusSeconds(3000))))
            .partner("Contoso", "BlackBox", "1")
            .build()) {
      System.out.println("machines=" + new MachinesClient(defender).list().toList().size());
    }
    try (DefenderClient defender =
        tenant.connect(DefenderClient.builder()).partner("Contoso", "BlackBox", "1").build()) {
      new MachinesClient(defender).list().toList();
    } catch (SignInException e) {
      System.out.println("without msal4j: " + e.getMessage());
    }
  }
}
