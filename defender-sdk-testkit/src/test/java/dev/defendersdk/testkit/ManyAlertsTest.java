package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.alerts.AlertVersion;
import dev.defendersdk.testkit.rules.Quirks;
import dev.defendersdk.testkit.rules.Quotas;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A script of many versions: 1,000,000 with {@code -Dsoak=true}. */
class ManyAlertsTest {

  private static final int COUNT = Boolean.getBoolean("soak") ? 1_000_000 : 20_000;
  private static final long SEED = Long.getLong("seed", 7);
  private static final Duration SPAN = Duration.ofDays(4);

  /** Made one after the other over four days; each third shares the instant of the one before. */
  private static final class Versions implements Iterator<AlertVersion> {

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Map<String, Instant> last = new HashMap<>();
    private int made;
    private int alerts;
    private Instant at = Times.START;

    @Override
    public boolean hasNext() {
      return made < COUNT;
    }

    @Override
    public AlertVersion next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      made++;
      if (random.nextInt(3) > 0) {
        at = at.plusNanos(random.nextLong(2 * SPAN.toNanos() * 3 / 2 / COUNT) / 100 * 100);
      }
      boolean change = alerts > 0 && random.nextInt(5) == 0;
      int number = change ? random.nextInt(alerts) : alerts++;
      String id = "da" + Integer.toHexString(number * 0x9E3779B1) + "_" + number;
      last.put(id, at);
      return new AlertVersion(id, at, at, change ? "High" : "Low", change ? "InProgress" : "New");
    }
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void windowsOfTheLastUpdateHoldTheLastVersionOfEveryAlertOnce() {
    SimulatedTenant tenant =
        SimulatedTenant.builder()
            .time(Times.virtual())
            .tokenLifetime(Duration.ofDays(30))
            .quirks(Quirks.harsh().withCompressed(false))
            .quotas(Quotas.unlimited())
            .machines(100)
            .build();
    Versions versions = new Versions();
    tenant.alerts().script(versions);
    Caller caller = Caller.of(tenant);
    // Nothing is made before its time.
    assertThat(versions.made).isEqualTo(1);
    assertThat(caller.get("/api/alerts").ids()).isEmpty();

    Times.pass(tenant, SPAN.plus(SPAN));
    Map<String, Instant> seen = new HashMap<>();
    Duration step = SPAN.dividedBy(200);
    for (Instant from = Times.START; from.isBefore(tenant.time().now()); from = from.plus(step)) {
      String window = "lastUpdateTime ge " + from + " and lastUpdateTime lt " + from.plus(step);
      JsonNode page = caller.filter("/api/alerts", window).json();
      assertThat(page.has("@odata.nextLink")).isFalse();
      for (JsonNode alert : page.path("value")) {
        Instant update = Instant.parse(alert.path("lastUpdateTime").asText());
        assertThat(seen.put(alert.path("id").asText(), update)).isNull();
      }
    }
    assertThat(seen).hasSize(versions.alerts).isEqualTo(versions.last);
  }
}
