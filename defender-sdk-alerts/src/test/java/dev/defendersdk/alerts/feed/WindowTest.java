package dev.defendersdk.alerts.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Cut in whatever way, windows hold what one held, each once. */
class WindowTest {

  private static final Instant START = Scene.START;
  private static final Duration TICK = Window.TICK;

  @Test
  void cutToItsInstantsAWindowIsCoveredExactly() {
    long seed = Long.getLong("seed", 20_261_126L);
    System.out.println("seed " + seed + " (-Dseed=… plays another)");
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 2_000; round++) {
      cutAtRandom(random);
    }
  }

  private static void cutAtRandom(SplittableRandom random) {
    long ticks = 1L << random.nextInt(1, 50);
    Instant from = START.plus(TICK.multipliedBy(random.nextLong(-ticks, ticks)));
    boolean open = random.nextInt(4) == 0;
    Instant to = from.plus(TICK.multipliedBy(random.nextLong(1, ticks + 1)));
    Window whole = new Window(from, open ? null : to);
    List<Window> parts = new ArrayList<>(List.of(whole));
    for (int i = 0; i < 40; i++) {
      int at = random.nextInt(parts.size());
      Window part = parts.get(at);
      if (!part.isInstant()) {
        parts.remove(at);
        parts.addAll(at, cut(part, random));
      }
    }
    assertThat(parts.get(0).from()).isEqualTo(whole.from());
    for (int i = 1; i < parts.size(); i++) {
      assertThat(parts.get(i).from()).isEqualTo(parts.get(i - 1).to());
    }
    assertThat(parts.get(parts.size() - 1).to()).isEqualTo(whole.to());
    for (int i = 0; i < 20; i++) {
      Instant instant = from.plusNanos(random.nextLong(-2 * ticks * 100, 2 * ticks * 100));
      long holding = parts.stream().filter(part -> part.holds(instant)).count();
      assertThat(holding).isEqualTo(whole.holds(instant) ? 1 : 0);
    }
  }

  private static List<Window> cut(Window window, SplittableRandom random) {
    List<Window> parts =
        switch (random.nextInt(3)) {
          case 0 -> window.cutAmid(times(window, random));
          case 1 -> window.cutInHalf(START.plusNanos(random.nextLong(-1L << 50, 1L << 50)));
          default -> window.cutAfterBeginning();
        };
    // Both are smaller, so that cutting comes to an end.
    assertThat(parts).hasSize(2).doesNotContain(window);
    return parts;
  }

  private static List<Instant> times(Window window, SplittableRandom random) {
    Instant to = window.to() == null ? window.from().plusSeconds(1_000) : window.to();
    long span = Duration.between(window.from(), to).toNanos();
    List<Instant> times = new ArrayList<>();
    for (int i = random.nextInt(1, 12); i > 0; i--) {
      times.add(window.from().plusNanos(random.nextInt(3) == 0 ? 0 : random.nextLong(span)));
    }
    return times;
  }

  @Test
  void aCutIsAmidWhatIsThere() {
    Window window = new Window(START, null);
    List<Instant> times = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      times.add(START.plusSeconds(i < 90 ? i : i * 1_000_000L));
    }
    List<Window> parts = window.cutAmid(times);
    assertThat(times.stream().filter(parts.get(0)::holds)).hasSize(50);
  }

  @Test
  void whatIsFinerThanTheServiceTellsApartIsOfOneInstant() {
    Instant fine = Instant.parse("2026-11-24T08:00:00.123456789Z");
    Window window = Window.ofInstant(fine);
    assertThat(window.from()).isEqualTo("2026-11-24T08:00:00.123456700Z");
    assertThat(window.isInstant()).isTrue();
    assertThat(window.holds(fine)).isTrue();
    assertThat(Window.since(fine).holds(fine)).isTrue();
  }
}
