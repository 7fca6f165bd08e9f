package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.fleet.Reach;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InvestigationsTest {

  private static final String COMMENT = "{\"Comment\":\"case 4711\"}";

  private final SimulatedTenant tenant =
      SimulatedTenant.builder()
          .time(Times.virtual())
          .tokenLifetime(Duration.ofDays(30))
          .machine(NewMachine.named("win").with("osPlatform", "Windows11"))
          .machine(
              NewMachine.named("back")
                  .with("osPlatform", "Windows11")
                  .reach(Reach.offlineUntil(Times.START.plusSeconds(7200))))
          .machine(NewMachine.named("mac").with("osPlatform", "macOS"))
          .build();
  private final Caller caller = Caller.of(tenant);

  private Caller.Reply start(String machine) {
    String id = tenant.machines().get(machine).id();
    return caller.post("/api/machines/" + id + "/startInvestigation", COMMENT);
  }

  private JsonNode get(JsonNode investigation) {
    return caller.get("/api/investigations/" + investigation.path("id").asText()).json();
  }

  @Test
  void anInvestigationWalksFromQueuedOverRunningToItsEnd() {
    tenant.investigations().takes(Duration.ofMinutes(5), Duration.ofMinutes(5)).comeTo("Benign");
    Caller.Reply started = start("win");
    assertThat(started.status()).isEqualTo(201);
    assertThat(started.json().path("state").asText()).isEqualTo("Queued");
    assertThat(started.json().path("endTime").isNull()).isTrue();

    Times.pass(tenant, Duration.ofSeconds(30));
    assertThat(get(started.json()).path("state").asText()).isEqualTo("Running");
    Times.pass(tenant, Duration.ofMinutes(5));
    JsonNode ended = get(started.json());
    assertThat(ended.path("state").asText()).isEqualTo("Benign");
    assertThat(ended.path("endTime").asText()).isGreaterThan(ended.path("startTime").asText());
    assertThat(tenant.investigations().all())
        .singleElement()
        .satisfies(seen -> assertThat(seen.state()).isEqualTo("Benign"));
  }

  @Test
  void oneThatWaitsForApprovalStaysUntilAPersonComes() {
    tenant.investigations().comeTo("PendingApproval");
    JsonNode started = start("win").json();
    String id = started.path("id").asText();
    assertThatThrownBy(() -> tenant.investigations().approve(id))
        .isInstanceOf(IllegalArgumentException.class);
    Times.pass(tenant, Duration.ofDays(7));
    assertThat(get(started).path("state").asText()).isEqualTo("PendingApproval");

    tenant.investigations().approve(id);
    assertThat(get(started).path("state").asText()).isEqualTo("SuccessfullyRemediated");
    assertThat(get(started).path("endTime").isTextual()).isTrue();
  }

  @Test
  void aMachineThatIsAwayIsWaitedForAndAnotherSystemThanWindowsRefused() {
    JsonNode started = start("back").json();
    Times.pass(tenant, Duration.ofHours(1));
    assertThat(get(started).path("state").asText()).isEqualTo("Queued");
    Times.pass(tenant, Duration.ofHours(2));
    assertThat(get(started).path("endTime").isTextual()).isTrue();

    assertThat(start("mac").status()).isEqualTo(400);
    assertThat(start("mac").code()).isEqualTo("OsPlatformNotSupported");
  }

  @Test
  void fiftyStartsAnHourAreTakenAndNoneMore() {
    for (int i = 0; i < 50; i++) {
      assertThat(start("win").status()).isEqualTo(201);
    }
    assertThat(start("win").status()).isEqualTo(429);
    assertThat(start("win").message()).contains("50 per 01:00:00");
  }

  @Test
  void oneIsFoundByTheAlertThatBeganItAndTheListFiltered() {
    JsonNode started = start("win").json();
    start("back");
    String alert = started.path("triggeringAlertId").asText();
    assertThat(caller.get("/api/investigations/" + alert).json().path("id"))
        .isEqualTo(started.path("id"));
    assertThat(caller.filter("/api/investigations", "triggeringAlertId eq '" + alert + "'").ids())
        .containsExactly(started.path("id").asText());
    assertThat(caller.get("/api/investigations").ids()).hasSize(2);
    assertThat(caller.get("/api/investigations/1").status()).isEqualTo(404);
  }
}
