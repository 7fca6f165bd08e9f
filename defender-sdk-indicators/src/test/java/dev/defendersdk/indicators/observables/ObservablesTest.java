package dev.defendersdk.indicators.observables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.NotFoundException;
import dev.defendersdk.testkit.AlertView;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testkit.rules.Quirks;
import dev.defendersdk.testsupport.InVirtualTime;
import dev.defendersdk.testsupport.facts.Wire;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Defender knows of files, domains and addresses. */
class ObservablesTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final String SHA1 = "0991a395da64e1c5fbe8732ed11e6be064081d9f";

  private final VirtualTime time = VirtualTime.startingAt(NOW);
  private SimulatedTenant tenant = tenant(false);
  private DefenderClient defender = client();

  @RegisterExtension final InVirtualTime inVirtualTime = new InVirtualTime(time);

  @AfterEach
  void close() {
    defender.close();
  }

  private SimulatedTenant tenant(boolean olderPrevalence) {
    return SimulatedTenant.builder()
        .time(time)
        .machines(3)
        .quirks(Quirks.harsh().withIndicators(q -> q.withOlderPrevalence(olderPrevalence)))
        .build();
  }

  private DefenderClient client() {
    return tenant
        .connect(DefenderClient.builder())
        .partner("Contoso", "NetShield", "4.2.0")
        .build();
  }

  private AlertView raiseOn(int machine) {
    return tenant
        .alerts()
        .raise(
            NewTenantAlert.on(tenant.machines().ids().get(machine))
                .file(SHA1, "MREC.exe")
                .evidence("Url", Map.of("url", "https://www.contoso.example/a"))
                .evidence("Ip", Map.of("ipAddress", "198.51.100.7")));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aNumberIsReadFromEitherForm(boolean olderPrevalence) {
    defender.close();
    tenant = tenant(olderPrevalence);
    defender = client();
    raiseOn(0);
    raiseOn(1);
    FileStatistics file = new FilesClient(defender).statistics(SHA1, 48);
    assertThat(file.inOrganization()).isEqualTo(2);
    assertThat(file.worldwide()).isPositive();
    assertThat(file.topFileNames()).containsExactly("MREC.exe");
    DomainsClient domains = new DomainsClient(defender);
    assertThat(domains.statistics("www.contoso.example", 1).inOrganization()).isEqualTo(2);
    IpAddressesClient addresses = new IpAddressesClient(defender);
    assertThat(addresses.statistics("198.51.100.7", 720).inOrganization()).isEqualTo(2);
    assertThat(addresses.statistics("198.51.100.8").inOrganization()).isZero();
    assertThat(tenant.journal().of("files.getStatistics"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.toString()).contains("lookBackHours=48"));
  }

  /** Internal ones too: devices talk to them. */
  @ParameterizedTest
  @CsvSource({
    "domains, WWW.Contoso.Example., www.contoso.example",
    "domains, bücher.example, xn--bcher-kva.example",
    "domains, till-07, till-07",
    "ips, 2001:DB8::7, 2001:db8:0:0:0:0:0:7",
    "ips, ::ffff:198.51.100.7, 198.51.100.7",
    "ips, 10.0.0.7, 10.0.0.7",
    "ips, fe80::1%eth0, fe80:0:0:0:0:0:0:1"
  })
  void domainsAndAddressesAreAskedForInOneForm(String of, String given, String sent) {
    Wire wire = Wire.answering(200, "{}");
    if (of.equals("domains")) {
      new DomainsClient(wire.client()).statistics(given);
    } else {
      new IpAddressesClient(wire.client()).statistics(given);
    }
    assertThat(wire.only().uri().getPath()).isEqualTo("/api/" + of + "/" + sent + "/stats");
  }

  @Test
  void aFileIsFoundByEitherHashAndOfItsAlert() {
    AlertView alert = raiseOn(0);
    FilesClient files = new FilesClient(defender);
    FileInformation file = files.get(SHA1.toUpperCase(Locale.ROOT));
    assertThat(files.get(file.sha256()).sha1()).isEqualTo(SHA1);
    assertThat(files.ofAlert(alert.id()).stream().map(FileInformation::sha1)).containsExactly(SHA1);
    assertThat(file).hasToString("FileInformation[" + SHA1 + "]");
    assertThatThrownBy(() -> files.get("ab".repeat(20))).isInstanceOf(NotFoundException.class);
    assertThat(files.ofAlert("da1_2")).isEmpty();
  }
}
