package dev.defendersdk.alerts.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** That what is asked of a feed across kills finds what breaks it. */
class HandedOverTest {

  private static final Instant FIRST = Instant.parse("2026-11-24T08:00:00Z");
  private static final Instant SECOND = FIRST.plusSeconds(1);

  private final HandedOver handed = new HandedOver();

  @Test
  void whatWasNotCommittedAtAKillMayComeAgain() {
    handed.takes("a", FIRST);
    handed.commits();
    handed.takes("a", SECOND);
    handed.takes("b", FIRST);
    assertThat(handed.isKilled()).isEqualTo(2);
    handed.takes("b", FIRST);
    assertThat(handed.isKilled()).isEqualTo(1);
    handed.takes("b", FIRST);
    handed.takes("a", SECOND);
    assertThat(handed.broken()).isEmpty();
    assertThat(handed.again()).isEqualTo(3);
  }

  @Test
  void nothingComesAgainWithoutAKill() {
    handed.takes("a", FIRST);
    handed.takes("a", FIRST);
    assertThat(handed.broken()).singleElement().asString().contains("without a kill");
  }

  @Test
  void whatWasCommittedAtOneKillDoesNotComeAfterAnother() {
    handed.takes("a", FIRST);
    handed.isKilled();
    handed.takes("a", FIRST);
    handed.commits();
    handed.isKilled();
    handed.takes("a", FIRST);
    assertThat(handed.broken()).singleElement().asString().contains("was committed");
  }

  @Test
  void noOlderVersionFollowsOneThatWasCommitted() {
    handed.takes("a", SECOND);
    handed.commits();
    handed.isKilled();
    handed.takes("a", FIRST);
    assertThat(handed.broken()).singleElement().asString().contains("was committed");
  }
}
