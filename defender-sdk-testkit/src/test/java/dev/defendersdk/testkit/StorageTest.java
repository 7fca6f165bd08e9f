package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testkit.rules.Quirks;
import dev.defendersdk.testkit.rules.Quotas;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The storage host behind signed links, by the link of an investigation package. */
class StorageTest {

  private final SimulatedTenant tenant = tenant(Quirks.gentle());
  private final Caller caller = Caller.of(tenant);

  private static SimulatedTenant tenant(Quirks quirks) {
    return SimulatedTenant.builder()
        .time(Times.virtual())
        .quotas(Quotas.unlimited())
        .quirks(quirks)
        .machines(1)
        .build();
  }

  @Test
  void aPackageHasALinkOnceItIsCollected() throws Exception {
    String path = "/api/machineactions/" + collect(tenant, caller) + "/getPackageUri";
    assertThat(caller.get(path).status()).isEqualTo(404);
    Times.pass(tenant, Duration.ofMinutes(10));

    Caller.Reply reply = caller.get(path);
    assertThat(reply.status()).isEqualTo(200);
    String link = reply.json().path("value").asText();
    assertThat(link).startsWith("https://storage.defender.test/storage/").contains("&sig=");
    HttpResponse<byte[]> whole = get(link);
    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.body()).startsWith('P', 'K').hasSizeGreaterThan(50_000);
    assertThat(tenant.journal().last().operationId()).isEqualTo("storage.get");
    assertThat(tenant.journal().last().query()).contains("sig=***").doesNotContain("%3D");
  }

  @Test
  void harshlyTheLinkStandsInQuotesAndTheFirstDownloadIsEmpty() throws Exception {
    SimulatedTenant harsh = tenant(Quirks.harsh());
    String id = collect(harsh, Caller.of(harsh));
    Times.pass(harsh, Duration.ofMinutes(10));
    String quoted =
        Caller.of(harsh)
            .get("/api/machineactions/" + id + "/getPackageUri")
            .json()
            .path("value")
            .asText();
    assertThat(quoted).startsWith("\"https://").endsWith("\"");
    String link = quoted.substring(1, quoted.length() - 1);
    HttpRequest request = HttpRequest.newBuilder(URI.create(link)).build();
    assertThat(harsh.httpClient().send(request, BodyHandlers.ofByteArray()).body()).isEmpty();
    assertThat(harsh.httpClient().send(request, BodyHandlers.ofByteArray()).body()).isNotEmpty();
  }

  @Test
  void aLinkExpiresByTheTenantsTime() throws Exception {
    String link = link();
    Times.pass(tenant, Duration.ofMinutes(5));
    HttpResponse<byte[]> refused = get(link);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(new String(refused.body(), java.nio.charset.StandardCharsets.UTF_8))
        .startsWith("<?xml")
        .contains("<Code>AuthenticationFailed</Code>");
    assertThat(get(link.replaceAll("sig=\\w+", "sig=forged")).statusCode()).isEqualTo(403);
  }

  @Test
  void aTokenIsRefusedAndTheJournalShowsIt() throws Exception {
    HttpResponse<byte[]> refused =
        get(HttpRequest.newBuilder(URI.create(link())).header("Authorization", "Bearer x"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(tenant.journal().last().errorCode()).isEqualTo("InvalidAuthenticationInfo");
  }

  @Test
  void partsAreServedAsLongAsTheFileIsTheSame() throws Exception {
    String link = link();
    HttpResponse<byte[]> whole = get(link);
    String etag = whole.headers().firstValue("ETag").orElseThrow();
    HttpRequest.Builder rest =
        HttpRequest.newBuilder(URI.create(link)).header("Range", "bytes=100-");

    HttpResponse<byte[]> part = get(rest.copy().header("If-Range", etag));
    assertThat(part.statusCode()).isEqualTo(206);
    int length = whole.body().length;
    assertThat(part.headers().firstValue("Content-Range"))
        .hasValue("bytes 100-" + (length - 1) + "/" + length);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 100, length));
    assertThat(get(rest.copy().header("If-Range", "\"other\"")).statusCode()).isEqualTo(200);
    assertThat(
            get(HttpRequest.newBuilder(URI.create(link)).header("Range", "bytes=" + length + "-"))
                .statusCode())
        .isEqualTo(416);
  }

  @Test
  void faultsWorkOnIt() throws Exception {
    tenant.faults().on("storage.get", Occurrence.nth(1), Fault.status(503));
    String link = link();
    assertThat(get(link).statusCode()).isEqualTo(503);
    assertThat(get(link).statusCode()).isEqualTo(200);
  }

  @Test
  void overASocketItIsAPathOfTheOneServer() throws Exception {
    SimulatedTenant real = SimulatedTenant.builder().quirks(Quirks.gentle()).machines(1).build();
    real.actions().startsAfter(Duration.ZERO, Duration.ZERO).takes(Duration.ZERO, Duration.ZERO);
    try (TenantServer server = real.serve()) {
      Caller over = Caller.of(real, server);
      String link =
          over.get("/api/machineactions/" + collect(real, over) + "/getPackageUri")
              .json()
              .path("value")
              .asText();
      assertThat(link).startsWith(server.baseUri() + "/storage/");
      HttpResponse<byte[]> whole =
          over.http()
              .send(
                  HttpRequest.newBuilder(URI.create(link)).header("Range", "bytes=5-").build(),
                  BodyHandlers.ofByteArray());
      assertThat(whole.statusCode()).isEqualTo(206);
      assertThat(whole.headers().firstValueAsLong("Content-Length").orElse(0))
          .isEqualTo(whole.body().length);
    }
  }

  private String link() {
    String id = collect(tenant, caller);
    Times.pass(tenant, Duration.ofMinutes(10));
    return caller.get("/api/machineactions/" + id + "/getPackageUri").json().path("value").asText();
  }

  private static String collect(SimulatedTenant tenant, Caller caller) {
    String path =
        "/api/machines/" + tenant.machines().ids().get(0) + "/collectInvestigationPackage";
    return caller.post(path, "{\"Comment\":\"c\"}").json().path("id").asText();
  }

  private HttpResponse<byte[]> get(String link) throws IOException, InterruptedException {
    return get(HttpRequest.newBuilder(URI.create(link)));
  }

  private HttpResponse<byte[]> get(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return tenant.httpClient().send(request.build(), BodyHandlers.ofByteArray());
  }
}
