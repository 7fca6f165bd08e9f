package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpResponse;
import com.microsoft.aad.msal4j.MsalServiceException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Microsoft's own sign-in library takes the tenant for Entra. */
class MsalSignInTest {

  private final SimulatedTenant tenant =
      SimulatedTenant.builder().time(Times.virtual()).machines(1).build();

  @Test
  void aTokenThatMsalFetchedIsTaken() throws Exception {
    String token = fetch(tenant.clientSecret());

    assertThat(Caller.of(tenant).withToken(token).get("/api/machines").status()).isEqualTo(200);
  }

  @Test
  void msalReadsTheErrorOfAWrongSecret() {
    assertThatThrownBy(() -> fetch("wrong"))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(MsalServiceException.class)
        .hasMessageContaining("AADSTS7000215");
  }

  private String fetch(String secret) throws Exception {
    ConfidentialClientApplication application =
        ConfidentialClientApplication.builder(
                tenant.clientId(), ClientCredentialFactory.createFromSecret(secret))
            .authority(tenant.authorityUri() + "/" + tenant.tenantId() + "/")
            .instanceDiscovery(false)
            .httpClient(this::send)
            .build();
    return application
        .acquireToken(
            ClientCredentialParameters.builder(Set.of(tenant.defenderAudience() + "/.default"))
                .build())
        .get()
        .accessToken();
  }

  private IHttpResponse send(com.microsoft.aad.msal4j.HttpRequest request) throws Exception {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(request.url().toString()))
            .method(
                request.httpMethod().name(), HttpRequest.BodyPublishers.ofString(request.body()));
    request.headers().forEach(builder::header);
    java.net.http.HttpResponse<String> answer =
        tenant.httpClient().send(builder.build(), BodyHandlers.ofString());
    HttpResponse response = new HttpResponse();
    response.statusCode(answer.statusCode());
    response.body(answer.body());
    response.addHeaders(answer.headers().map());
    return response;
  }
}
