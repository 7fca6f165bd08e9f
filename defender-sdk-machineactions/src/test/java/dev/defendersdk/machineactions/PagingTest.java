package dev.defendersdk.machineactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.Page;
import dev.defendersdk.core.Paged;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.NotFoundException;
import dev.defendersdk.core.error.UnreadableAnswerException;
import dev.defendersdk.machineactions.machines.Machine;
import dev.defendersdk.machineactions.machines.MachineOperations;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testkit.rules.Quirks;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** Lists: lazy, complete, and safe against a service that pages badly. */
class PagingTest {

  private static final Quirks SMALL_PAGES = Quirks.harsh().withPageSize(10);

  @Test
  void theFirstElementCostsOneRequestAndLeavingEarlyCostsNoMore() {
    SimulatedTenant tenant = Tenants.virtual().machines(35).quirks(SMALL_PAGES).build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      Paged<Machine> list = new MachinesClient(defender).list();
      assertThat(tenant.journal().of("machines.list")).isEmpty();

      assertThat(list.first()).isPresent();
      assertThat(tenant.journal().of("machines.list")).hasSize(1);

      assertThat(list.stream().limit(15)).hasSize(15);
      assertThat(tenant.journal().of("machines.list")).hasSize(3);
    }
  }

  @Test
  void nextLinksToTheServicesOtherHostAreFollowedOnTheConfiguredOne() {
    SimulatedTenant tenant = Tenants.virtual().machines(35).quirks(SMALL_PAGES).build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      List<String> ids = new MachinesClient(defender).list().stream().map(Machine::id).toList();
      assertThat(ids).hasSize(35).doesNotHaveDuplicates();
      assertThat(tenant.journal().of("machines.list")).hasSize(4);
    }
  }

  @Test
  void whereNoNextLinkComesPagesAreSkippedTo() {
    SimulatedTenant tenant = Tenants.virtual().machines(35).build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      MachinesClient machines = new MachinesClient(defender);
      assertThat(machines.list(q -> q.pageSize(10)).toList()).hasSize(35);
      assertThat(tenant.journal().of("machines.list")).hasSize(4);
      assertThat(tenant.journal().last().query()).contains("skip=30");
      // A last page that is full is followed by an empty one.
      assertThat(machines.list(q -> q.pageSize(7)).toList()).hasSize(35);
      assertThat(tenant.journal().of("machines.list")).hasSize(4 + 6);
    }
  }

  @Test
  void limitAndSkipCountElements() {
    SimulatedTenant tenant = Tenants.virtual().machines(35).build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      MachinesClient machines = new MachinesClient(defender);
      List<Machine> all = machines.list().toList();
      assertThat(machines.list(q -> q.limit(5)).toList()).isEqualTo(all.subList(0, 5));
      assertThat(machines.list(q -> q.skip(30)).toList()).isEqualTo(all.subList(30, 35));
      assertThat(machines.list(q -> q.skip(3).limit(12).pageSize(5)).toList())
          .isEqualTo(all.subList(3, 15));
      List<Page<Machine>> pages = new ArrayList<>();
      machines.list(q -> q.limit(12).pageSize(5)).pages().forEach(pages::add);
      assertThat(pages.stream().map(Page::size)).containsExactly(5, 5, 5);
    }
  }

  @Test
  void aListGoesOnFromAPageInAnotherProcess() {
    SimulatedTenant tenant = Tenants.virtual().machines(35).quirks(SMALL_PAGES).build();
    List<String> read = new ArrayList<>();
    String token;
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      Page<Machine> page = new MachinesClient(defender).list().pages().iterator().next();
      page.forEach(machine -> read.add(machine.id()));
      token = page.resumeToken().orElseThrow();
    }
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      new MachinesClient(defender).list().from(token).forEach(machine -> read.add(machine.id()));
    }
    assertThat(read).hasSize(35).doesNotHaveDuplicates();
  }

  @Test
  void aResumeTokenFromElsewhereLeadsNowhereElse() {
    SimulatedTenant tenant = Tenants.virtual().machines(1).build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      Paged<Machine> list = new MachinesClient(defender).list();
      for (String bad : List.of("https://evil.test/api/machines", "link:0+5://evil.test/api/x")) {
        assertThatThrownBy(() -> list.from(bad)).isInstanceOf(IllegalArgumentException.class);
      }
      for (String bad :
          List.of(
              "link:0+5:/evil",
              "link:0+5:/api/../evil",
              "link:0+5:/api/%2e%2e/evil",
              "link:0+5:/api/..%2fevil",
              "link:0+5:/api//evil",
              "link:0+5:/api/..")) {
        assertThatThrownBy(() -> list.from(bad).toList())
            .as(bad)
            .isInstanceOf(UnreadableAnswerException.class)
            .hasMessageContaining("outside");
      }
      assertThat(tenant.journal().entries()).isEmpty();
    }
  }

  @Test
  void aLinkThatTheServiceDidNotEncodeIsFollowedAllTheSame() {
    SimulatedTenant tenant =
        Tenants.virtual()
            .machines(1)
            .fault(
                "machines.list",
                Occurrence.nth(1),
                Fault.status(200)
                    .body(
                        "{\"value\":[{\"id\":\"a\"}],\"@odata.nextLink\":"
                            + "\"https://x.test/api/machines?$filter=id ne 'a|b'\"}"))
            .fault(
                "machines.list",
                Occurrence.nth(2),
                Fault.status(200).body("{\"value\":[{\"id\":\"b\"}],\"@odata.nextLink\":\"\"}"))
            .build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      assertThat(new MachinesClient(defender).list().stream().map(Machine::id))
          .containsExactly("a", "b");
    }
    assertThat(tenant.journal().last().query()).isEqualTo("$filter=id%20ne%20'a%7Cb'");
  }

  @Test
  void aPageThatIsMissingInTheMiddleIsNotTheEnd() {
    SimulatedTenant tenant =
        Tenants.virtual()
            .machines(35)
            .quirks(SMALL_PAGES)
            .fault("machines.list", Occurrence.nth(2), Fault.status(404))
            .build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      assertThatThrownBy(() -> new MachinesClient(defender).list().toList())
          .isInstanceOf(NotFoundException.class);
    }
  }

  @Test
  void aLimitCountsFromWhereTheListIsTakenUpAgain() {
    SimulatedTenant tenant = Tenants.virtual().machines(35).build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      Paged<Machine> list = new MachinesClient(defender).list(q -> q.limit(25).pageSize(10));
      assertThat(list.toList()).hasSize(25);
      assertThat(list.from("skip:20").toList()).hasSize(15);
      assertThat(list.from("skip:100").toList()).isEmpty();
    }
  }

  @Test
  void aCallForAListReadsAllItsPages() {
    SimulatedTenant tenant = Tenants.virtual().machines(35).quirks(SMALL_PAGES).build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      assertThat(defender.execute(Call.of(MachineOperations.LIST))).hasSize(35);
    }
  }

  @Test
  void aServiceThatGoesRoundInCirclesIsLeft() {
    SimulatedTenant tenant =
        Tenants.virtual()
            .machines(1)
            .fault(
                "machines.list",
                Occurrence.always(),
                Fault.status(200)
                    .body(
                        "{\"value\":[{\"id\":\"a\"}],\"@odata.nextLink\":"
                            + "\"https://x.test/api/machines?$skiptoken=1\"}"))
            .build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      assertThatThrownBy(() -> new MachinesClient(defender).list().toList())
          .isInstanceOf(UnreadableAnswerException.class)
          .hasMessageContaining("circle");
    }
    assertThat(tenant.journal().of("machines.list").size()).isLessThan(4);
  }

  @Test
  void aFailureComesBetweenPagesNeverWithinOne() {
    SimulatedTenant tenant =
        Tenants.virtual()
            .machines(35)
            .quirks(SMALL_PAGES)
            .fault("machines.list", Occurrence.from(3), Fault.truncatedBody())
            .build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      Iterator<Machine> machines = new MachinesClient(defender).list().iterator();
      List<Machine> read = new ArrayList<>();
      assertThatThrownBy(() -> machines.forEachRemaining(read::add))
          .isInstanceOf(DefenderException.class);
      assertThat(read).hasSize(20);
    }
  }

  @Test
  void anEmptyListMayBeA404() {
    SimulatedTenant tenant = Tenants.virtual().machines(0).build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      Paged<Machine> list = new MachinesClient(defender).list();
      assertThat(list).isEmpty();
      assertThat(list.first()).isEmpty();
      assertThatThrownBy(() -> list.iterator().next()).isInstanceOf(NoSuchElementException.class);
    }
    assertThat(tenant.journal().count(404)).isPositive();
  }
}
