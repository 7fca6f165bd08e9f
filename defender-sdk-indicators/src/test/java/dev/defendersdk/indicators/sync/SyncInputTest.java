package dev.defendersdk.indicators.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.defendersdk.indicators.NewIndicator;
import dev.defendersdk.testkit.IndicatorView;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.indicators.NewTenantIndicator;
import dev.defendersdk.testsupport.InVirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists that contradict themselves, files of several hashes, and what counts as a difference. */
@Timeout(120)
class SyncInputTest {

  private static final String SHA256 = "ab".repeat(32);
  private static final String SHA1 = "cd".repeat(20);
  private static final String MD5 = "ef".repeat(16);

  private final VirtualTime time = VirtualTime.startingAt(Scene.NOW);
  private final Scene scene = new Scene(time, tenant -> tenant, sync -> sync);

  @RegisterExtension final InVirtualTime inVirtualTime = new InVirtualTime(time);

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void aListThatContradictsItselfIsToldBeforeAnyCall() {
    NewIndicator blocked = NewIndicator.domain("bad.example").block("t", "d");
    NewIndicator allowed = NewIndicator.domain("BAD.example.").allow("t", "d");
    assertThatThrownBy(() -> scene.sync.plan(List.of(Scene.address(1), blocked, allowed)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("desired[1] NewIndicator[DomainName bad.example, Block]")
        .hasMessageContaining("desired[2] NewIndicator[DomainName bad.example, Allowed]")
        .hasMessageContaining("differ in action");
    assertThatThrownBy(
            () -> scene.sync.plan(List.of(Scene.address(1).expiresAt(Scene.NOW.minusSeconds(1)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("desired[0]")
        .hasMessageContaining("must be after now");
    assertThat(scene.tenant.journal().entries()).isEmpty();
  }

  @Test
  void whatComesTwiceInTheSameWordsCountsOnce() {
    SyncPlan plan = scene.sync.plan(List.of(Scene.address(1), Scene.address(1)));
    assertThat(plan).hasToString("SyncPlan{CREATE=1}");
    assertThat(plan.notes())
        .containsExactly("1 came more than once in the same words, and count once.");
  }

  /** The longest hash decides, so it alone is sent. */
  @Test
  void aFileOfSeveralHashesIsOne() {
    scene.sync.apply(scene.sync.plan(List.of(sha1())));
    DesiredList file = DesiredList.builder().file(md5(), sha1(), sha256()).build();
    SyncPlan plan = scene.sync.plan(file);
    assertThat(plan).hasToString("SyncPlan{CREATE=1, DELETE=1}");
    assertThat(plan.lines(SyncAction.DELETE).get(0).reason())
        .isEqualTo("the file's longer hash, FileSha256, decides");
    scene.sync.apply(plan);
    assertThat(scene.held()).extracting(IndicatorView::indicatorValue).containsExactly(SHA256);
    assertThat(scene.sync.plan(file).isEmpty()).isTrue();
  }

  /** Better the shorter hash than none. */
  @Test
  void theShorterHashStaysWhereTheLongerOneFails() {
    scene.sync.apply(scene.sync.plan(List.of(sha1())));
    scene.tenant.indicators().fail(SHA256, "The file is signed by Microsoft");
    SyncReport report =
        scene.sync.apply(scene.sync.plan(DesiredList.builder().file(sha1(), sha256()).build()));
    assertThat(report.items())
        .extracting(SyncReport.Item::outcome, SyncReport.Item::reason)
        .containsExactly(
            tuple(SyncOutcome.FAILED, "The file is signed by Microsoft"),
            tuple(SyncOutcome.NOT_SENT, "what was to take its place is not there"));
    assertThat(scene.held()).extracting(IndicatorView::indicatorValue).containsExactly(SHA1);
  }

  @Test
  void somebodyElsesEntryForAnyHashOfTheFileIsAConflict() {
    scene.tenant.indicators().put(NewTenantIndicator.of("FileMd5", MD5, "Allowed"));
    DesiredList file = DesiredList.builder().file(md5(), sha1(), sha256()).build();
    assertThat(scene.sync.plan(file)).hasToString("SyncPlan{CONFLICT=1}");
    assertThatThrownBy(() -> DesiredList.builder().file(md5(), sha1().description("other")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("differ in more than the hash");
  }

  /** A duration is renewed when half of it has passed, and not with every sync. */
  @Test
  void aDurationDoesNotWriteEachTime() throws Exception {
    List<NewIndicator> desired = List.of(Scene.address(1).expiresAfter(Duration.ofDays(30)));
    scene.sync.apply(scene.sync.plan(desired));
    pass(Duration.ofDays(14));
    assertThat(scene.sync.plan(desired).isEmpty()).isTrue();
    pass(Duration.ofDays(2));
    SyncPlan plan = scene.sync.plan(desired);
    assertThat(plan.lines(SyncAction.CHANGE).get(0).reason())
        .isEqualTo("expiry 2026-12-24T08:00:00Z is set to PT720H from now");
    scene.sync.apply(plan);
    assertThat(scene.sync.plan(desired).isEmpty()).isTrue();
    assertThat(scene.sync.plan(List.of(Scene.address(1).expiresAfter(Duration.ofDays(5)))))
        .as("a shorter one is set at once")
        .hasToString("SyncPlan{CHANGE=1}");
    assertThat(scene.sync.plan(Scene.addresses(1, 2))).hasToString("SyncPlan{CHANGE=1}");
  }

  private void pass(Duration span) throws InterruptedException {
    boolean unused = time.newSignal().await(time.nanos() + span.toNanos());
  }

  /** Retired actions are the same as those that took their place. */
  @Test
  void whatTheServiceAddsIsNoDifference() {
    scene
        .tenant
        .indicators()
        .put(
            NewTenantIndicator.of("FileSha256", SHA256.toUpperCase(Locale.ROOT), "AlertAndBlock")
                .byApplication(scene.tenant.clientId(), "NetShield")
                .application("netshield")
                .title("Dropper ")
                .description("Case 1.")
                .severity("High"));
    NewIndicator wish = NewIndicator.fileSha256(SHA256).blockAndRemediate("Dropper", "Case 1.");
    assertThat(scene.sync.plan(List.of(wish)).isEmpty()).isTrue();
  }

  private static NewIndicator sha256() {
    return NewIndicator.fileSha256(SHA256).block("Dropper", "Case 1.");
  }

  private static NewIndicator sha1() {
    return NewIndicator.fileSha1(SHA1).block("Dropper", "Case 1.");
  }

  private static NewIndicator md5() {
    return NewIndicator.fileMd5(MD5).block("Dropper", "Case 1.");
  }
}
