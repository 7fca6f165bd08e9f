package dev.defendersdk.examples.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.testkit.IndicatorView;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.journal.JournalEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The starter does what it says: by what it prints, and by what the tenant saw. */
@Timeout(300)
class IndicatorsStarterTest {

  private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final VirtualTime time = VirtualTime.startingAt(START);
  private SimulatedScene scene;
  private SimulatedTenant tenant;

  @BeforeEach
  void begin() {
    scene = SimulatedScene.begin(time, folder);
    tenant = scene.tenant();
  }

  @Test
  void theFeedIsPlannedAppliedChangedAndMatched() throws Exception {
    int code = with(tenant, defender -> IndicatorsStarter.play(defender, scene, print()));

    assertThat(code).as("some have no place").isEqualTo(IndicatorsStarter.NOT_ALL);
    assertThat(printed())
        .containsSubsequence(
            "left out: row 15002 (line 15002), column indicatorValue, \"198.51.100.0/24\"",
            "left out: row 15003 (line 15003), column action, \"BlockAndRemediate\"",
            "Plan: {CREATE=14998, CONFLICT=1, BEYOND_CAPACITY=1}, by 30 imports and 0 batch deletes",
            "CONFLICT DomainName unsanctioned.example, Warn",
            "15,000 of 15,000 ended, by 31 calls",
            "DONE  14,998",
            "LEFT_OUT  2",
            "A day later one in a hundred has changed:",
            "CREATE=50, CHANGE=50, KEEP=14898, DELETE=50",
            "by 1 imports and 1 batch deletes",
            "DONE  150",
            "What the tenant's list does with 5010 observables of a log:",
            "kind  seen  BlockAndRemediate  Block  Warn  Audit  Allowed",
            "The first of them:",
            "2026-11-24T08:59:00Z  Servers  9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0…"
                + "  BlockAndRemediate  FileSha256 9f86d081");
    assertThat(tenant.journal().of("indicators.import")).hasSize(31);
    assertThat(tenant.journal().of("indicators.batchDelete")).hasSize(1);
    assertThat(tenant.journal().entries())
        .as("within the quota")
        .extracting(JournalEntry::status)
        .doesNotContain(429);
    assertThat(tenant.indicators().all())
        .hasSize(15_000)
        .filteredOn(each -> !"netshield-feed".equals(each.application()))
        .as("those of others")
        .extracting(IndicatorView::indicatorValue)
        .containsExactlyInAnyOrder("partner.example", "unsanctioned.example");
  }

  @Test
  void theSampleOfTheLogMeetsTheSampleOfTheFeed() throws Exception {
    with(
        tenant,
        defender -> {
          IndicatorsPlaybook playbook = new IndicatorsPlaybook(defender, print());
          playbook.sync(ThreatFeed.read(folder.resolve("indicators.csv"), START), true);
          Path log = folder.resolve("sample.tsv");
          List<String> lines = Files.readAllLines(scene.log());
          Files.write(log, lines.subList(0, 10));
          playbook.match(ObservablesLog.read(log));
          return null;
        });

    assertThat(printed())
        .contains(
            "hash  2  1  0  0  0  1",
            "address  2  0  2  0  0  0",
            "domain  2  0  2  0  0  0",
            "url  4  0  0  1  1  0")
        .as("paths of HTTPS are not seen outside of Edge, and the group decides")
        .contains("Servers  http://paste.example/raw/4711  Warn  DomainName paste.example");
  }

  @Test
  void withoutTheWordItOnlyPlans() throws Exception {
    boolean done =
        with(
            tenant,
            defender ->
                new IndicatorsPlaybook(defender, print())
                    .sync(ThreatFeed.read(folder.resolve("indicators.csv"), START), false));

    assertThat(done).isFalse();
    assertThat(printed()).contains("Plan: {CREATE=7, CONFLICT=1}", "Nothing was sent.");
    assertThat(tenant.journal().effects()).isEmpty();
  }

  @Test
  void aFeedThatWasCutOffTakesNothingAway() throws Exception {
    Path sample = folder.resolve("indicators.csv");
    List<String> rows = Files.readAllLines(sample);
    Path cut = Files.write(folder.resolve("cut.csv"), rows.subList(0, 4));
    with(
        tenant,
        defender -> {
          IndicatorsPlaybook playbook = new IndicatorsPlaybook(defender, print());
          playbook.sync(ThreatFeed.read(sample, START), true);
          assertThatThrownBy(() -> playbook.sync(ThreatFeed.read(cut, START), true))
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("the feed lacks 4 of the 7 indicators");
          return null;
        });

    assertThat(tenant.journal().of("indicators.batchDelete")).isEmpty();
  }

  @Test
  void whatIsNotGrantedIsSaidBeforeAnythingIsDone() throws Exception {
    SimulatedTenant poor = SimulatedTenant.builder().time(time).roles("Alert.Read.All").build();
    Path sample = folder.resolve("indicators.csv");
    with(
        poor,
        defender -> {
          IndicatorsPlaybook playbook = new IndicatorsPlaybook(defender, print());
          assertThatThrownBy(() -> playbook.sync(ThreatFeed.read(sample, START), true))
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("Ti.ReadWrite");
          return null;
        });
    assertThat(poor.journal().effects()).isEmpty();
  }

  @Test
  void aLineThatIsNoObservableIsNamed() throws IOException {
    Path log = Files.writeString(folder.resolve("bad.tsv"), "2026-11-24T08:59:00Z\turl\tx\n");
    assertThatThrownBy(() -> ObservablesLog.read(log))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2026-11-24T08:59:00Z\turl\tx")
        .hasMessageContaining("tabs between them");
  }

  private interface Play<T> {
    T on(DefenderClient defender) throws Exception;
  }

  private <T> T with(SimulatedTenant tenant, Play<T> play) throws Exception {
    Callable<T> task =
        () -> {
          try (DefenderClient defender =
              tenant
                  .connect(DefenderClient.builder())
                  .partner("Contoso", "Test", "1.0.0")
                  .build()) {
            return play.on(defender);
          }
        };
    return time.call(task);
  }

  private PrintStream print() {
    return new PrintStream(out, true, StandardCharsets.UTF_8);
  }

  /** With two spaces between columns, whatever their width. */
  private String printed() {
    return out.toString(StandardCharsets.UTF_8).replaceAll("(?<=\\S) {2,}", "  ");
  }
}
