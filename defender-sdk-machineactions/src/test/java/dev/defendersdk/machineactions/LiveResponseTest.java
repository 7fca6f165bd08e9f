package dev.defendersdk.machineactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.BadRequestException;
import dev.defendersdk.core.error.ConflictException;
import dev.defendersdk.core.error.NotFoundException;
import dev.defendersdk.core.error.ThrottledException;
import dev.defendersdk.core.error.UnreadableAnswerException;
import dev.defendersdk.core.error.UnsuccessfulException;
import dev.defendersdk.core.transfer.DownloadOptions;
import dev.defendersdk.machineactions.actions.CommandStatus;
import dev.defendersdk.machineactions.actions.MachineAction;
import dev.defendersdk.machineactions.liveresponse.LibraryFile;
import dev.defendersdk.machineactions.liveresponse.LibraryFilesClient;
import dev.defendersdk.machineactions.liveresponse.LibraryUpload;
import dev.defendersdk.machineactions.liveresponse.LiveResponseClient;
import dev.defendersdk.machineactions.liveresponse.LiveResponseRequest;
import dev.defendersdk.machineactions.liveresponse.ScriptTranscript;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testkit.rules.Quirks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live response from the upload of a script to its output, as the service has it at its worst. */
class LiveResponseTest {

  private static final LiveResponseRequest TRIAGE =
      LiveResponseRequest.because("case 4711").runScript("triage.ps1", "-Quick");

  @TempDir Path folder;

  private final SimulatedTenant tenant = Tenants.virtual().machines(30).build();
  private final DefenderClient defender = Tenants.client(tenant).build();
  private final LiveResponseClient live = new LiveResponseClient(defender);
  private final LibraryFilesClient library = new LibraryFilesClient(defender);
  private final String machineId = tenant.machines().ids().get(0);

  @AfterEach
  void close() {
    defender.close();
  }

  @Test
  void aScriptIsUploadedRunAndItsOutputRead() {
    library.upload(LibraryUpload.of("collect.ps1", new byte[] {35}).description("collects"));
    MachineAction done =
        live.run(machineId, LiveResponseRequest.because("case 4711").runScript("collect.ps1"))
            .await(Duration.ofHours(1));

    assertThat(done.commands().get(0).commandStatus()).isEqualTo(CommandStatus.COMPLETED);
    ScriptTranscript transcript = live.transcript(done.id(), 0);
    assertThat(transcript.scriptName()).isEqualTo("collect.ps1");
    assertThat(transcript.exitCode()).isZero();
    assertThat(transcript.scriptOutput()).isEmpty();
  }

  @Test
  void linesAndZerosOfATranscriptAreReadThoughTheyAreNoJson() {
    tenant.liveResponse().script("triage.ps1", 3, "C:\\a \"b\"\nline two", "warning\n");
    String id = live.run(machineId, TRIAGE).await(Duration.ofHours(1)).id();
    ScriptTranscript transcript = live.transcript(id, 0);
    assertThat(transcript.exitCode()).isEqualTo(3);
    assertThat(transcript.scriptOutput()).isEqualTo("C:\\a \"b\"\nline two");
    assertThat(transcript.scriptErrors()).isEqualTo("warning\n");
    assertThat(transcript.additionalProperties()).isEmpty();
    assertThat(transcript).hasToString("ScriptTranscript[triage.ps1, 3]");
  }

  @Test
  void aTranscriptInAZipIsReadToo() {
    SimulatedTenant zipping =
        Tenants.virtual().machines(1).quirks(Quirks.harsh().withTranscriptInZip(true)).build();
    zipping.liveResponse().script("triage.ps1", 0, "out", "err");
    try (DefenderClient client = Tenants.client(zipping).build()) {
      LiveResponseClient other = new LiveResponseClient(client);
      String id =
          other.run(zipping.machines().ids().get(0), TRIAGE).await(Duration.ofHours(1)).id();
      ScriptTranscript transcript = other.transcript(id, 0);
      assertThat(transcript.scriptOutput()).isEqualTo("out");
      assertThat(transcript.scriptErrors()).isEqualTo("err");
      assertThat(transcript.exitCode()).isNull();
    }
  }

  @Test
  void filesArePutAndGot() throws Exception {
    byte[] dump = {1, 2, 3, 4};
    tenant
        .liveResponse()
        .script("triage.ps1", 0, "")
        .libraryFile("tool.exe", new byte[1])
        .deviceFile("C:\\Temp\\dump.zip", dump);
    String id =
        live.run(
                machineId,
                LiveResponseRequest.because("case 4711")
                    .putFile("tool.exe")
                    .runScript("triage.ps1")
                    .getFile("C:\\Temp\\dump.zip"))
            .await(Duration.ofHours(1))
            .id();
    Path target = folder.resolve("dump.zip");
    assertThat(live.downloadResult(id, 2, target)).isEqualTo(4);
    assertThat(Files.readAllBytes(target)).isEqualTo(dump);
    assertThatThrownBy(() -> live.resultLink(id, 0)).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> live.transcript(id, 2)).isInstanceOf(UnreadableAnswerException.class);
  }

  @Test
  void noTokenGoesToTheStorageHost() {
    tenant.liveResponse().script("triage.ps1", 0, "done");
    String id = live.run(machineId, TRIAGE).await(Duration.ofHours(1)).id();
    live.transcript(id, 0);
    assertThat(tenant.journal().of("storage.get"))
        .isNotEmpty()
        .allSatisfy(
            entry -> {
              assertThat(entry.errorCode()).isNull();
              assertThat(entry.clientRequestId()).isNull();
              assertThat(entry.userAgent()).isEqualTo("MdePartner-Contoso-NetShield/4.2.0");
            });
  }

  @Test
  void aStalledDownloadIsGoneOnWithInVirtualTime() throws Exception {
    byte[] dump = new byte[200_000];
    tenant.liveResponse().deviceFile("/var/dump", dump);
    tenant.faults().on("storage.get", Occurrence.nth(2), Fault.of(Fault.Kind.STALLED_BODY));
    tenant.faults().on("storage.get", Occurrence.nth(3), Fault.of(Fault.Kind.TRUNCATED_BODY));
    tenant.faults().on("storage.get", Occurrence.nth(4), Fault.stalledHeaders());
    String id =
        live.run(machineId, LiveResponseRequest.because("case 4711").getFile("/var/dump"))
            .await(Duration.ofHours(1))
            .id();
    Path target = folder.resolve("dump");
    live.downloadResult(
        id, 0, target, DownloadOptions.defaults().stallTimeout(Duration.ofMinutes(5)));
    assertThat(Files.readAllBytes(target)).isEqualTo(dump);
    assertThat(tenant.journal().of("storage.get")).hasSize(5);
  }

  @Test
  void aFailingCommandEndsTheSession() {
    tenant.liveResponse().failingScript("triage.ps1", "Script timed out");
    assertThatThrownBy(() -> live.run(machineId, TRIAGE).await(Duration.ofHours(1)))
        .isInstanceOf(UnsuccessfulException.class)
        .hasMessageContaining("Failed");
  }

  @Test
  void aMachineTakesOneSessionAndATenantSoMany() {
    tenant.liveResponse().script("triage.ps1", 0, "").commandTakes(Duration.ofHours(1));
    live.run(machineId, TRIAGE);
    assertThatThrownBy(() -> live.run(machineId, TRIAGE)).isInstanceOf(ConflictException.class);
    for (int i = 1; i < 25; i++) {
      live.run(tenant.machines().ids().get(i), TRIAGE);
    }
    assertThatThrownBy(
            () ->
                live.run(
                    tenant.machines().ids().get(25), TRIAGE, CallOptions.defaults().maxAttempts(1)))
        .isInstanceOf(ThrottledException.class)
        .hasMessageContaining("live response sessions");
  }

  @Test
  void commandsInAnotherOrderAreRefusedAndNotSorted() {
    LiveResponseRequest got = LiveResponseRequest.because("case 4711").getFile("/a");
    assertThatThrownBy(() -> got.runScript("a.sh"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("RunScript comes after GetFile")
        .hasMessageContaining("PutFile, then RunScript, then GetFile");
    assertThat(got.getFile("/b").size()).isEqualTo(2);
    assertThat(got.toString()).doesNotContain("/a");
  }

  @Test
  void theLibraryIsListedReplacedAndCleared() throws Exception {
    Path script = Files.writeString(folder.resolve("a.ps1"), "echo 1");
    LibraryFile first = library.upload(script);
    assertThat(first.fileName()).isEqualTo("a.ps1");
    assertThat(first.hasParameters()).isFalse();
    assertThatThrownBy(() -> library.upload(script)).isInstanceOf(BadRequestException.class);

    LibraryFile second =
        library.upload(
            LibraryUpload.of("a.ps1", new byte[] {1}).parameters("-Path, a folder").replacing());
    assertThat(second.sha256()).isNotEqualTo(first.sha256());
    assertThat(second.parametersDescription()).isEqualTo("-Path, a folder");
    assertThat(library.list().toList())
        .extracting(LibraryFile::sha256)
        .containsExactly(second.sha256());

    library.delete("a.ps1");
    assertThat(library.list().toList()).isEmpty();
    assertThatThrownBy(() -> library.delete("a.ps1")).isInstanceOf(NotFoundException.class);
  }
}
