package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.testkit.rules.Quirks;
import dev.defendersdk.testkit.rules.Quotas;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class QuotasTest {

  @Test
  void theHundredAndFirstCallOfAMinuteIsRefusedUntilTheFirstOneIsAMinuteOld() {
    SimulatedTenant tenant = tenant(Quotas.documented(), Quirks.harsh());
    Caller caller = Caller.of(tenant);
    caller.get("/api/machines");
    Times.pass(tenant, Duration.ofMillis(20_500));
    for (int i = 1; i < 100; i++) {
      assertThat(caller.get("/api/machines").status()).isEqualTo(200);
    }

    Caller.Reply refused = caller.get("/api/machines");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("429");
    assertThat(refused.message())
        .isEqualTo("API calls quota exceeded! maximum allowed 100 per 00:01:00");
    assertThat(refused.headers().firstValue("Retry-After")).contains("40");
    assertThat(caller.get("/api/machineactions").status()).as("another operation").isEqualTo(200);

    Times.pass(tenant, Duration.ofMillis(39_499));
    assertThat(caller.get("/api/machines").status()).isEqualTo(429);
    Times.pass(tenant, Duration.ofMillis(1));
    assertThat(caller.get("/api/machines").status()).isEqualTo(200);
    assertThat(caller.get("/api/machines").status()).isEqualTo(429);
    assertThat(tenant.journal().count(429)).isEqualTo(3);
  }

  @Test
  void theHourBindsToo() {
    SimulatedTenant tenant =
        tenant(Quotas.unlimited().with("machines.list", 10, 15), Quirks.gentle());
    Caller caller = Caller.of(tenant);
    for (int i = 0; i < 15; i++) {
      assertThat(caller.get("/api/machines").status()).isEqualTo(200);
      Times.pass(tenant, Duration.ofSeconds(6));
    }

    Caller.Reply refused = caller.get("/api/machines");
    assertThat(refused.code()).isEqualTo("TooManyRequests");
    assertThat(refused.message()).endsWith("maximum allowed 15 per 01:00:00");
    assertThat(refused.headers().firstValue("Retry-After")).contains("3510");
  }

  @Test
  void fixedWindowsEndWithTheMinuteOfTheClock() {
    SimulatedTenant tenant =
        tenant(
            Quotas.unlimited().with("machines.list", 2, null).with(Quotas.Windows.FIXED),
            Quirks.harsh());
    Caller caller = Caller.of(tenant);
    Times.pass(tenant, Duration.ofSeconds(59));
    caller.get("/api/machines");
    caller.get("/api/machines");

    Caller.Reply refused = caller.get("/api/machines");
    assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    Times.pass(tenant, Duration.ofSeconds(1));
    assertThat(caller.get("/api/machines").status()).isEqualTo(200);
    assertThat(caller.get("/api/machines").status()).isEqualTo(200);
    assertThat(caller.get("/api/machines").status()).isEqualTo(429);
  }

  @Test
  void eachApplicationHasItsOwn() {
    SimulatedTenant tenant =
        tenant(Quotas.unlimited().with("machines.list", 1, null), Quirks.harsh());
    tenant.addApplication("other", "other", "s", "Machine.Read.All");
    Caller caller = Caller.of(tenant);
    Map<String, String> form = new HashMap<>(caller.form());
    form.put("client_id", "other");
    form.put("client_secret", "s");
    Caller other = caller.withToken(caller.token(form).json().path("access_token").asText());

    assertThat(caller.get("/api/machines").status()).isEqualTo(200);
    assertThat(other.get("/api/machines").status()).isEqualTo(200);
    assertThat(caller.get("/api/machines").status()).isEqualTo(429);
    tenant.quotas(Quotas.unlimited());
    assertThat(caller.get("/api/machines").status()).isEqualTo(200);
  }

  @Test
  void sixtyFourThreadsGetExactlyWhatFits() throws InterruptedException {
    VirtualTime time = Times.virtual();
    SimulatedTenant tenant =
        SimulatedTenant.builder()
            .time(time)
            .transit(Duration.ZERO, Duration.ofSeconds(2))
            .machines(1)
            .build();
    Caller caller = Caller.of(tenant);
    AtomicInteger passed = new AtomicInteger();

    time.run(
        64,
        () -> {
          for (int i = 0; i < 10; i++) {
            if (caller.get("/api/machines").status() == 200) {
              passed.incrementAndGet();
            }
          }
        });

    assertThat(tenant.journal().of("machines.list")).hasSize(640);
    assertThat(passed.get()).isEqualTo((int) tenant.journal().count(200) - 1).isGreaterThan(99);
    assertThat(time.now()).isBefore(Times.START.plusSeconds(60));
  }

  @Test
  void aLimitOfNothingIsRefused() {
    assertThatThrownBy(() -> Quotas.unlimited().with("machines.list", 0, null))
        .hasMessageContaining("perMinute is 0");
  }

  private static SimulatedTenant tenant(Quotas quotas, Quirks quirks) {
    return SimulatedTenant.builder()
        .time(Times.virtual())
        .quotas(quotas)
        .quirks(quirks)
        .machines(1)
        .build();
  }
}
