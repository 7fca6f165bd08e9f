package dev.defendersdk.machineactions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.ForbiddenException;
import dev.defendersdk.core.error.NotFoundException;
import dev.defendersdk.core.transfer.DownloadOptions;
import dev.defendersdk.machineactions.actions.ActionHandle;
import dev.defendersdk.machineactions.actions.MachineActionsClient;
import dev.defendersdk.machineactions.health.DeviceHealthClient;
import dev.defendersdk.machineactions.health.ExportFiles;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.TenantServer;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testkit.rules.Quirks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Investigation packages and the files of the export of device health. */
class PackagesAndExportsTest {

  @TempDir Path folder;

  private final SimulatedTenant tenant = Tenants.virtual().machines(1_200).build();

  @Test
  void aPackageComesToTheDisk() throws Exception {
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      MachineActionsClient actions = new MachineActionsClient(defender);
      ActionHandle collection = collect(actions, tenant);
      Path target = folder.resolve("package.zip");
      assertThatThrownBy(() -> actions.downloadPackage(collection.id(), target))
          .isInstanceOf(NotFoundException.class);
      collection.await(Duration.ofHours(1));

      long length = actions.downloadPackage(collection.id(), target);
      assertThat(Files.size(target)).isEqualTo(length);
      try (ZipFile zip = new ZipFile(target.toFile())) {
        assertThat(zip.getEntry("Autoruns/Autoruns.txt")).isNotNull();
      }
    }
  }

  /** The link lives five minutes, the host stalls for ten. */
  @Test
  void aLinkThatExpiresOnTheWayIsAskedForAnew() throws Exception {
    tenant.faults().on("storage.get", Occurrence.nth(2), Fault.of(Fault.Kind.STALLED_BODY));
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      MachineActionsClient actions = new MachineActionsClient(defender);
      String id = collect(actions, tenant).await(Duration.ofHours(1)).id();
      Path target = folder.resolve("package.zip");
      actions.downloadPackage(
          id, target, DownloadOptions.defaults().stallTimeout(Duration.ofMinutes(10)));
      new ZipFile(target.toFile()).close();
    }
    assertThat(tenant.journal().of("machineActions.getPackageUri")).hasSize(2);
    assertThat(tenant.journal().of("storage.get"))
        .extracting(entry -> entry.status())
        .containsExactly(200, 200, 403, 206);
  }

  @Test
  void overASocketItIsTheSame() throws Exception {
    SimulatedTenant real = SimulatedTenant.builder().machines(1).quirks(Quirks.harsh()).build();
    real.actions().startsAfter(Duration.ZERO, Duration.ZERO).takes(Duration.ZERO, Duration.ZERO);
    try (TenantServer server = real.serve();
        DefenderClient defender =
            real.connect(DefenderClient.builder(), server)
                .partner("Contoso", "NetShield", "4.2.0")
                .build()) {
      MachineActionsClient actions = new MachineActionsClient(defender);
      Path target = folder.resolve("package.zip");
      actions.downloadPackage(collect(actions, real).id(), target);
      new ZipFile(target.toFile()).close();
    }
  }

  @Test
  void deviceHealthComesAsFiles() throws Exception {
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      DeviceHealthClient health = new DeviceHealthClient(defender);
      ExportFiles files = health.exportFiles(2);
      assertThat(files.exportFiles()).hasSize(2);
      assertThat(files.toString()).doesNotContain("sig");
      Path target = folder.resolve("health.json.gz");
      health.download(files.exportFiles().get(1), target);
      try (GZIPInputStream lines = new GZIPInputStream(Files.newInputStream(target))) {
        assertThat(new String(lines.readAllBytes(), UTF_8).lines())
            .hasSize(200)
            .allMatch(line -> line.contains("DeviceGatheredInfo"));
      }

      Tenants.timeOf(tenant).newSignal().await(later(Duration.ofHours(2)));
      assertThatThrownBy(() -> health.download(files.exportFiles().get(0), target))
          .isInstanceOf(ForbiddenException.class)
          .hasMessageContaining("AuthenticationFailed");
    }
  }

  private long later(Duration span) {
    return tenant.time().nanos() + span.toNanos();
  }

  private static ActionHandle collect(MachineActionsClient actions, SimulatedTenant from) {
    return actions.collectInvestigationPackage(from.machines().ids().get(0), "case 4711");
  }
}
