package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.fleet.Reach;
import dev.defendersdk.testkit.rules.Quirks;
import dev.defendersdk.testkit.rules.Quotas;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveResponseTest {

  private static final String PUT = command("PutFile", "FileName", "tool.exe");
  private static final String RUN = command("RunScript", "ScriptName", "triage.ps1");
  private static final String GET = command("GetFile", "Path", "C:\\\\dump.zip");

  private final SimulatedTenant tenant =
      SimulatedTenant.builder()
          .time(Times.virtual())
          .quotas(Quotas.unlimited())
          .quirks(Quirks.gentle())
          .tokenLifetime(Duration.ofDays(30))
          .machine(NewMachine.named("online"))
          .machine(NewMachine.named("away").reach(Reach.offlineForever()))
          .machines(60)
          .build();
  private final Caller caller = Caller.of(tenant);

  @BeforeEach
  void prepare() {
    tenant.actions().startsAfter(Duration.ofSeconds(10), Duration.ofSeconds(10));
    tenant
        .liveResponse()
        .commandTakes(Duration.ofSeconds(30))
        .script("triage.ps1", 0, "line one\nline two")
        .libraryFile("tool.exe", new byte[] {1, 2, 3})
        .deviceFile("C:\\dump.zip", new byte[] {7, 8, 9});
  }

  @Test
  void aSessionOfThePortalBlocksTheMachineAndIsInNoList() {
    tenant.liveResponse().portalSession("online", Duration.ofMinutes(20));
    assertThat(run("online", RUN).status()).isEqualTo(400);
    assertThat(caller.get("/api/machineactions").ids()).isEmpty();
    Times.pass(tenant, Duration.ofMinutes(20));
    assertThat(run("online", RUN).status()).isEqualTo(201);
  }

  @Test
  void commandsRunOneAfterTheOther() {
    Caller.Reply started = run("online", PUT, RUN, GET);
    assertThat(started.status()).isEqualTo(201);
    assertThat(started.json().path("type").asText()).isEqualTo("LiveResponse");
    assertThat(started.json().path("status").asText()).isEqualTo("Pending");
    String id = started.json().path("id").asText();
    assertThat(statuses(id)).containsExactly("Created", "Created", "Created");

    Times.pass(tenant, Duration.ofSeconds(45));
    assertThat(statuses(id)).containsExactly("Completed", "Executing", "Created");
    assertThat(link(id, 1).status()).isEqualTo(404);
    Times.pass(tenant, Duration.ofSeconds(55));
    assertThat(statuses(id)).containsExactly("Completed", "Completed", "Completed");
    assertThat(get(id).path("status").asText()).isEqualTo("Succeeded");
  }

  @Test
  void aListShowsTheCommandsAsTheyStandToo() {
    run("online", PUT, RUN);
    for (String status : List.of("Created", "Executing", "Completed")) {
      JsonNode listed = caller.get("/api/machineactions").json().path("value").path(0);
      assertThat(listed.path("commands").path(0).path("commandStatus").asText()).isEqualTo(status);
      Times.pass(tenant, Duration.ofSeconds(20));
    }
  }

  @Test
  void aMachineOfAnotherPlatformIsRefused() {
    tenant.machines().add(NewMachine.named("phone").with("osPlatform", "iOS"));
    assertThat(run("phone", RUN).code()).isEqualTo("OsPlatformNotSupported");
  }

  @Test
  void aResultIsBehindALinkOfThirtyMinutes() throws Exception {
    String id = finished(RUN, GET);
    String link = link(id, 1).json().path("value").asText();
    assertThat(download(link)).isEqualTo(new byte[] {7, 8, 9});
    Times.pass(tenant, Duration.ofMinutes(30));
    HttpRequest request = HttpRequest.newBuilder(URI.create(link)).build();
    assertThat(tenant.httpClient().send(request, BodyHandlers.discarding()).statusCode())
        .isEqualTo(403);
    assertThat(download(link(id, 1).json().path("value").asText())).hasSize(3);
  }

  @Test
  void aTranscriptIsAlmostJson() throws Exception {
    String id = finished(RUN);
    String text =
        new String(download(link(id, 0).json().path("value").asText()), StandardCharsets.UTF_8);
    assertThat(text)
        .contains("\"script_name\":\"triage.ps1\"", "\"exit_code\":0")
        .contains("line one\nline two\\u0000");
  }

  @Test
  void aFileThatWasPutHasNoResult() {
    String id = finished(PUT);
    assertThat(link(id, 0).status()).isEqualTo(404);
    assertThat(link(id, 1).status()).isEqualTo(404);
    assertThat(link(id, 99).status()).isEqualTo(404);
  }

  @Test
  void aFailingCommandKeepsTheLaterOnesFromRunning() {
    tenant.liveResponse().failingScript("broken.ps1", "Script timed out");
    String id = finished(command("RunScript", "ScriptName", "broken.ps1"), GET);
    assertThat(statuses(id)).containsExactly("Failed", "Created");
    assertThat(get(id).path("status").asText()).isEqualTo("Failed");
    assertThat(get(id).path("commands").path(0).path("errors").path(0).asText())
        .isEqualTo("Script timed out");
  }

  @Test
  void commandsOutOfOrderOrUnknownAreRefused() {
    assertThat(run("online", GET, RUN).code()).isEqualTo("InvalidRequestBody");
    assertThat(run("online", command("RunPowerShell", "a", "b")).code())
        .isEqualTo("InvalidRequestBody");
    assertThat(run("online").code()).isEqualTo("MissingRequiredParameter");
    assertThat(run("online", command("RunScript", "Args", "x")).code())
        .isEqualTo("MissingRequiredParameter");
  }

  @Test
  void aMachineTakesOneSessionAtATime() {
    run("online", RUN);
    Caller.Reply second = run("online", RUN);
    assertThat(second.status()).isEqualTo(400);
    assertThat(second.code()).isEqualTo("ActiveRequestAlreadyExists");
    Times.pass(tenant, Duration.ofMinutes(1));
    assertThat(run("online", RUN).status()).isEqualTo(201);
  }

  @Test
  void aTenantTakes25SessionsOrAsManyAsIsSet() {
    List<String> machines = tenant.machines().ids();
    List<Integer> answers = new ArrayList<>();
    tenant.liveResponse().sessions(50);
    for (int i = 2; i < 53; i++) {
      answers.add(run(machines.get(i), RUN).status());
    }
    assertThat(answers.subList(0, 50)).containsOnly(201);
    assertThat(answers.get(50)).isEqualTo(429);
  }

  @Test
  void anOfflineMachineIsWaitedForAndThenNoMore() {
    String id = run("away", RUN).json().path("id").asText();
    Times.pass(tenant, Duration.ofMinutes(119));
    assertThat(get(id).path("status").asText()).isEqualTo("Pending");
    Times.pass(tenant, Duration.ofMinutes(1));
    assertThat(get(id).path("status").asText()).isEqualTo("TimeOut");

    tenant.liveResponse().waitsForMachine(Duration.ofDays(3));
    String patient = run("away", RUN).json().path("id").asText();
    Times.pass(tenant, Duration.ofDays(2));
    assertThat(get(patient).path("status").asText()).isEqualTo("Pending");
  }

  @Test
  void libraryFilesAreUploadedListedAndDeleted() {
    Caller.Reply uploaded = upload("new_script.ps1", "echo 1", "");
    assertThat(uploaded.status()).isEqualTo(200);
    assertThat(uploaded.json().path("fileName").asText()).isEqualTo("new_script.ps1");
    assertThat(uploaded.json().path("sha256").asText()).hasSize(64);
    assertThat(uploaded.json().path("description").asText()).isEqualTo("tests");
    assertThat(uploaded.json().has("parametersDescription")).isFalse();
    assertThat(caller.get("/api/libraryfiles").all("fileName"))
        .containsExactlyInAnyOrder("triage.ps1", "tool.exe", "new_script.ps1");

    assertThat(upload("new_script.ps1", "echo 2", "").status()).isEqualTo(400);
    assertThat(upload("new_script.ps1", "echo 2", "true").json().path("sha256").asText())
        .isNotEqualTo(uploaded.json().path("sha256").asText());
    assertThat(upload("new script.ps1", "echo", "").code()).isEqualTo("InvalidInput");
    assertThat(upload("big.exe", "x".repeat(20 * 1024 * 1024 + 1), "").code())
        .isEqualTo("InvalidInput");

    assertThat(delete("new_script.ps1").status()).isEqualTo(204);
    assertThat(delete("new_script.ps1").status()).isEqualTo(404);
  }

  private Caller.Reply upload(String name, String content, String override) {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"Description\"\r\n\r\ntests\r\n--b\r\n"
            + "Content-Disposition: form-data; name=\"OverrideIfExists\"\r\n\r\n"
            + override
            + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            + content
            + "\r\n--b--\r\n";
    return caller.send(
        caller
            .request("/api/libraryfiles")
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private Caller.Reply delete(String name) {
    return caller.send(caller.request("/api/libraryfiles/" + name).DELETE().build());
  }

  private String finished(String... commands) {
    String id = run("online", commands).json().path("id").asText();
    Times.pass(tenant, Duration.ofMinutes(5));
    return id;
  }

  private Caller.Reply run(String machine, String... commands) {
    return caller.post(
        "/api/machines/" + tenant.machines().get(machine).id() + "/runliveresponse",
        Stream.of(commands).collect(Collectors.joining(",", "{\"Commands\":[", "]"))
            + ",\"Comment\":\"case 4711\"}");
  }

  private static String command(String type, String key, String value) {
    return "{\"type\":\"%s\",\"params\":[{\"key\":\"%s\",\"value\":\"%s\"}]}"
        .formatted(type, key, value);
  }

  private JsonNode get(String id) {
    return caller.get("/api/machineactions/" + id).json();
  }

  private List<String> statuses(String id) {
    List<String> statuses = new ArrayList<>();
    get(id).path("commands").forEach(row -> statuses.add(row.path("commandStatus").asText()));
    return statuses;
  }

  private Caller.Reply link(String id, int index) {
    return caller.get(
        "/api/machineactions/" + id + "/GetLiveResponseResultDownloadLink(index=" + index + ")");
  }

  private byte[] download(String link) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(link)).build();
    return tenant.httpClient().send(request, BodyHandlers.ofByteArray()).body();
  }
}
