package dev.defendersdk.machineactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.machineactions.health.AvMode;
import dev.defendersdk.machineactions.health.DeviceAvInfo;
import dev.defendersdk.machineactions.health.DeviceHealthClient;
import dev.defendersdk.machineactions.health.UpToDate;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.journal.JournalEntry;
import dev.defendersdk.testkit.rules.Quirks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The antivirus health of machines: all of it, in few calls, whatever the service's default. */
class DeviceHealthTest {

  private static List<String> queries(SimulatedTenant tenant) {
    return tenant.journal().of("deviceHealth.listAntivirus").stream()
        .map(JournalEntry::query)
        .toList();
  }

  @Test
  void aFleetComesInOneCallThoughADefaultPageHoldsTwenty() {
    SimulatedTenant tenant = Tenants.virtual().machines(250).build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      List<DeviceAvInfo> all = new DeviceHealthClient(defender).list().toList();
      assertThat(all.stream().map(DeviceAvInfo::machineId))
          .containsExactlyInAnyOrderElementsOf(tenant.machines().ids());
      assertThat(queries(tenant)).singleElement().asString().contains("top=10000");
    }
  }

  @Test
  void whereNoLinkComesPagesAreSkippedToUntilOneIsShort() {
    SimulatedTenant tenant = Tenants.virtual().machines(250).build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      assertThat(
              new DeviceHealthClient(defender)
                  .list(q -> q.pageSize(100)).stream().map(DeviceAvInfo::machineId).distinct())
          .hasSize(250);
      assertThat(queries(tenant)).hasSize(3);
      assertThat(queries(tenant).get(2)).contains("top=100").contains("skip=200");
    }
  }

  @Test
  void aLinkIsFollowedWhereOneComes() {
    Quirks linked = Quirks.harsh().withNextLinkWithTop(true).withPageSize(100);
    SimulatedTenant tenant = Tenants.virtual().machines(250).quirks(linked).build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      assertThat(
              new DeviceHealthClient(defender)
                  .list().stream().map(DeviceAvInfo::machineId).distinct())
          .hasSize(250);
      assertThat(queries(tenant)).hasSize(3);
      assertThat(queries(tenant).get(1)).contains("skiptoken");
    }
  }

  @Test
  void machinesAreFilteredByTypedFields() {
    SimulatedTenant tenant = Tenants.virtual().machines(250).build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      DeviceHealthClient health = new DeviceHealthClient(defender);
      List<DeviceAvInfo> stale =
          health
              .list(
                  q ->
                      q.where(
                          d ->
                              d.avIsSignatureUpToDate()
                                  .eq(UpToDate.FALSE)
                                  .and(d.avMode().eq(AvMode.ACTIVE))))
              .toList();
      assertThat(stale).isNotEmpty().hasSizeLessThan(250);
      assertThat(stale)
          .allSatisfy(
              device -> {
                assertThat(device.avMode()).isEqualTo(AvMode.ACTIVE);
                assertThat(device.avIsSignatureUpToDate()).isEqualTo(UpToDate.FALSE);
              });
      String id = stale.get(0).machineId();
      assertThat(health.list(q -> q.where(d -> d.machineId().eq(id)).limit(5))).hasSize(1);
      long group = stale.get(0).rbacGroupId();
      assertThat(health.list(q -> q.where(d -> d.rbacGroupId().eq(group)))).isNotEmpty();
    }
  }
}
