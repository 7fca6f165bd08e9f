package dev.defendersdk.alerts.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.alerts.Alert;
import dev.defendersdk.alerts.AlertsClient;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.DefenderClientBuilder;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.testkit.AlertView;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.TenantBuilder;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testsupport.InVirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A feed that the service, or the sign-in, refuses: it ends with the refusal where no repetition
 * helps, waits where one does, and goes on at its checkpoint either way.
 */
@Timeout(300)
class FeedRefusalsTest {

  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final VirtualTime time = VirtualTime.startingAt(START);
  @RegisterExtension final InVirtualTime inVirtualTime = new InVirtualTime(time);

  private final CheckpointStore store = CheckpointStore.memory();
  private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
  private final List<FeedNotice> notices = Collections.synchronizedList(new ArrayList<>());

  private TenantBuilder tenant() {
    return SimulatedTenant.builder().time(time).machines(4);
  }

  private static DefenderClientBuilder client(SimulatedTenant tenant) {
    return tenant.connect(DefenderClient.builder()).partner("Contoso", "NetShield", "4.2.0");
  }

  private FeedBuilder<Alert> feed(DefenderClient defender) {
    return AlertFeeds.alerts(defender)
        .name("siem")
        .store(store)
        .start(FeedStart.checkpointOr(START.minus(Duration.ofDays(60))))
        .onNotice(notices::add);
  }

  private FeedHandle start(DefenderClient defender) {
    return feed(defender).start(alert -> taken.add(alert.id()));
  }

  private void pass(Duration span) throws InterruptedException {
    time.newSignal().await(time.nanos() + span.toNanos());
  }

  private static String raise(SimulatedTenant tenant) {
    return tenant
        .alerts()
        .raise(NewTenantAlert.on(tenant.machines().ids().get(0)).title("Beacon"))
        .id();
  }

  private static List<String> ids(SimulatedTenant tenant) {
    return tenant.alerts().all().stream().map(AlertView::id).toList();
  }

  private void cameOnceEach(SimulatedTenant tenant) {
    assertThat(taken).containsExactlyInAnyOrderElementsOf(ids(tenant));
    assertThat(notices)
        .extracting(FeedNotice::kind)
        .doesNotContain(FeedNotice.Kind.POISON, FeedNotice.Kind.UNREADABLE);
  }

  @ParameterizedTest
  @CsvSource({"401, UNAUTHORIZED", "403, FORBIDDEN", "404, NOT_FOUND"})
  void itEndsWithTheRefusalAndGoesOnOnceThatIsMended(int status, ErrorKind kind) throws Exception {
    SimulatedTenant tenant = tenant().build();
    tenant.alerts().generate(40);
    try (DefenderClient defender = client(tenant).build()) {
      FeedHandle feed = start(defender);
      pass(Duration.ofMinutes(5));
      assertThat(taken).hasSize(40);

      raise(tenant);
      tenant.faults().on("alerts.list", Occurrence.always(), Fault.status(status));
      FeedEnd end = feed.await(Duration.ofMinutes(10));
      assertThat(end.reason()).isEqualTo(FeedEnd.Reason.FAILED);
      assertThat(end.cause())
          .isInstanceOfSatisfying(
              DefenderException.class, error -> assertThat(error.kind()).isEqualTo(kind));
      assertThat(end.isSaved()).isTrue();
      assertThat(end.progress().phase()).isEqualTo(FeedPhase.ENDED);

      pass(HOUR);
      raise(tenant);
      tenant.faults().clear();
      start(defender);
      pass(MINUTE);
      cameOnceEach(tenant);
    }
  }

  @Test
  void withoutThePermissionItEndsAtOnceAndNamesIt() throws Exception {
    SimulatedTenant tenant = tenant().roles("Machine.Read.All").build();
    tenant.alerts().generate(5);
    try (DefenderClient defender = client(tenant).build()) {
      FeedEnd end = start(defender).await(MINUTE);
      assertThat(end.reason()).isEqualTo(FeedEnd.Reason.FAILED);
      assertThat(end.cause()).hasMessageContaining("Alert.Read.All");
      assertThat(tenant.journal().of("alerts.list")).hasSize(1);
    }
  }

  @Test
  void tokensThatAreRevokedAreReplaced() throws Exception {
    SimulatedTenant tenant = tenant().build();
    tenant.alerts().generate(40);
    try (DefenderClient defender = client(tenant).build()) {
      FeedHandle feed = start(defender);
      for (int i = 0; i < 5; i++) {
        pass(Duration.ofMinutes(5));
        tenant.revokeTokens();
        raise(tenant);
      }
      pass(Duration.ofMinutes(5));
      cameOnceEach(tenant);
      assertThat(tenant.journal().count(401)).isPositive();
      assertThat(feed.progress().phase()).isEqualTo(FeedPhase.IDLE);
    }
  }

  @Test
  void anOutageOfTheSignInIsWaitedFor() throws Exception {
    SimulatedTenant tenant = tenant().tokenLifetime(HOUR).build();
    tenant.alerts().generate(40);
    tenant.faults().on("signIn.token", Occurrence.always(), Fault.status(503));
    try (DefenderClient defender = client(tenant).build()) {
      FeedHandle feed = start(defender);
      pass(HOUR);
      assertThat(feed.progress().phase()).isEqualTo(FeedPhase.HELD);
      assertThat(taken).isEmpty();
      tenant.faults().clear();
      pass(Duration.ofMinutes(10));
      assertThat(taken).hasSize(40);

      // And again, from when the token ends.
      tenant.faults().on("signIn.token", Occurrence.always(), Fault.connectionRefused());
      for (int i = 0; i < 10; i++) {
        pass(Duration.ofMinutes(15));
        raise(tenant);
      }
      assertThat(feed.progress().phase()).isEqualTo(FeedPhase.HELD);
      tenant.faults().clear();
      pass(Duration.ofMinutes(10));
      cameOnceEach(tenant);
      assertThat(feed.progress().phase()).isEqualTo(FeedPhase.IDLE);
    }
  }

  @Test
  void aSecretThatIsWrongEndsIt() throws Exception {
    SimulatedTenant tenant = tenant().build();
    DefenderClientBuilder client = client(tenant);
    tenant.changeSecret("another");
    try (DefenderClient defender = client.build()) {
      FeedEnd end = start(defender).await(Duration.ofMinutes(5));
      assertThat(end.reason()).isEqualTo(FeedEnd.Reason.FAILED);
      assertThat(end.cause())
          .isInstanceOfSatisfying(
              DefenderException.class,
              error -> assertThat(error.kind()).isEqualTo(ErrorKind.SIGN_IN));
    }
  }

  @Test
  void anAlertThatIsNotFoundByItsIdComesWithoutEvidence() throws Exception {
    SimulatedTenant tenant = tenant().build();
    tenant.alerts().generate(40);
    String poisoned = ids(tenant).get(17);
    tenant.alerts().poison(poisoned);
    tenant.faults().on("alerts.get", Occurrence.always(), Fault.status(404));
    try (DefenderClient defender = client(tenant).build()) {
      start(defender);
      pass(HOUR);
      assertThat(taken).containsExactlyInAnyOrderElementsOf(ids(tenant));
      assertThat(notices)
          .filteredOn(notice -> notice.kind() == FeedNotice.Kind.WITHOUT_DETAIL)
          .singleElement()
          .satisfies(
              notice -> {
                assertThat(notice.id()).isEqualTo(poisoned);
                assertThat(notice.cause())
                    .isInstanceOfSatisfying(
                        DefenderException.class,
                        error -> assertThat(error.kind()).isEqualTo(ErrorKind.NOT_FOUND));
              });
    }
  }

  /** Handlers have the only thread, and make calls of their own on it. */
  @Test
  @Timeout(60)
  void oneBackgroundThreadIsEnoughForFeedsWithALeaseAndHandlersThatCall() throws Exception {
    SimulatedTenant tenant = tenant().build();
    tenant.alerts().generate(12);
    try (DefenderClient defender = client(tenant).backgroundThreads(1).build()) {
      AlertsClient alerts = new AlertsClient(defender);
      List<FeedHandle> feeds = new ArrayList<>();
      for (String name : List.of("siem", "soar")) {
        feeds.add(
            feed(defender)
                .name(name)
                .lease("replica", Duration.ofSeconds(20))
                .start(alert -> taken.add(name + " " + alerts.get(alert.id()).id())));
      }
      for (int i = 0; i < 5; i++) {
        pass(Duration.ofMinutes(10));
        raise(tenant);
      }
      pass(Duration.ofMinutes(10));
      for (FeedHandle feed : feeds) {
        assertThat(feed.progress().delivered()).isEqualTo(17);
        FeedEnd end = feed.stop(Duration.ofMinutes(5));
        assertThat(end.reason()).isEqualTo(FeedEnd.Reason.STOPPED);
        assertThat(end.isSaved()).isTrue();
      }
      assertThat(taken).hasSize(34);
      for (String id : ids(tenant)) {
        assertThat(taken).contains("siem " + id, "soar " + id);
      }
    }
  }
}
