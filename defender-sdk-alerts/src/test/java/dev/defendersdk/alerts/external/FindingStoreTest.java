package dev.defendersdk.alerts.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.alerts.external.FindingRecord.Stage;
import dev.defendersdk.core.EventReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of findings comes back as it was, whatever became of the process. */
class FindingStoreTest {

  private static final String TENANT = "contoso.onmicrosoft.com";
  private static final EventReference EVENT =
      new EventReference("0f", Instant.parse("2026-11-24T07:00:00.7115183Z"), "4711");

  @TempDir Path folder;

  @Test
  void theLastRecordOfAKeyHolds() {
    Path file = folder.resolve("new folder").resolve("findings");
    FindingStore store = FindingStore.file(file);
    assertThat(store.find(TENANT, "f1")).isEmpty();
    store.put(record("f1", Stage.SENDING, null));
    store.put(record("f2", Stage.SENDING, null));
    store.put(record("f1", Stage.PUBLISHED, "da-1"));

    for (FindingStore each : new FindingStore[] {store, FindingStore.file(file)}) {
      assertThat(each.find(TENANT, "f1")).contains(record("f1", Stage.PUBLISHED, "da-1"));
      assertThat(each.find(TENANT, "f2")).contains(record("f2", Stage.SENDING, null));
      assertThat(each.find("another tenant", "f1")).isEmpty();
    }
  }

  @Test
  void anyTextComesBackAsItself() {
    long seed = Long.getLong("seed", 20_261_126L);
    System.out.println("seed " + seed + " (-Dseed=… plays another)");
    SplittableRandom random = new SplittableRandom(seed);
    Path file = folder.resolve("findings");
    FindingStore store = FindingStore.file(file);
    Map<String, FindingRecord> put = new HashMap<>();
    for (int i = 0; i < 300; i++) {
      FindingRecord record =
          new FindingRecord(
              TENANT,
              i + text(random),
              Stage.PUBLISHED,
              Scene.START.plusNanos(random.nextInt(1_000_000_000)),
              new EventReference(text(random), EVENT.eventTime(), text(random)),
              text(random),
              text(random));
      store.put(record);
      put.put(record.key(), record);
    }
    FindingStore next = FindingStore.file(file);
    put.forEach((key, record) -> assertThat(next.find(TENANT, key)).contains(record));
  }

  @Test
  void halfALineIsDropped() throws IOException {
    Path file = folder.resolve("findings");
    FindingStore.file(file).put(record("f1", Stage.SENDING, null));
    Files.writeString(file, "contoso.onmicrosoft.com f1 PUBLIS", StandardOpenOption.APPEND);

    FindingStore next = FindingStore.file(file);
    assertThat(next.find(TENANT, "f1")).contains(record("f1", Stage.SENDING, null));
    next.put(record("f1", Stage.PUBLISHED, "da-1"));
    assertThat(FindingStore.file(file).find(TENANT, "f1"))
        .contains(record("f1", Stage.PUBLISHED, "da-1"));
  }

  @Test
  void whatIsNoStoreIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("notes"), "buy milk\n");
    assertThatThrownBy(() -> FindingStore.file(file).find(TENANT, "f1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("\"buy milk\"")
        .hasMessageContaining("Pass another file");

    Path broken = folder.resolve("broken");
    FindingStore.file(broken).put(record("f1", Stage.SENDING, null));
    Files.writeString(broken, "contoso.onmicrosoft.com f1 LATER\n", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> FindingStore.file(broken).find(TENANT, "f1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("LATER");
  }

  @Test
  void whatIsNoStoreStaysAsItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("notes"), "buy milk");
    FindingStore store = FindingStore.file(file);
    assertThatThrownBy(() -> store.find(TENANT, "f1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("\"buy milk\"");
    assertThatThrownBy(() -> store.put(record("f1", Stage.SENDING, null)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(file).hasContent("buy milk");
  }

  @Test
  void aStoreThatHadHardlyBegunGoesOn() throws IOException {
    for (int length = 0; length <= FindingLines.HEADER.length(); length++) {
      Path file =
          Files.writeString(
              folder.resolve("begun-" + length), FindingLines.HEADER.substring(0, length));
      FindingStore.file(file).put(record("f1", Stage.SENDING, null));
      assertThat(FindingStore.file(file).find(TENANT, "f1"))
          .contains(record("f1", Stage.SENDING, null));
    }
  }

  @Test
  void anInterruptedThreadLeavesTheStoreWhole() {
    Path file = folder.resolve("findings");
    FindingStore store = FindingStore.file(file);
    store.put(record("f1", Stage.SENDING, null));
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> store.put(record("f2", Stage.SENDING, null)))
        .isInstanceOf(UncheckedIOException.class)
        .satisfies(failure -> assertThat(failure.getCause()).hasNoSuppressedExceptions());
    assertThat(Thread.interrupted()).as("it stays interrupted").isTrue();

    store.put(record("f3", Stage.SENDING, null));
    FindingStore next = FindingStore.file(file);
    assertThat(next.find(TENANT, "f1")).isPresent();
    assertThat(next.find(TENANT, "f2")).isEmpty();
    assertThat(next.find(TENANT, "f3")).isPresent();
  }

  /** Looking needs no wait; what is half a line was none. */
  @ParameterizedTest
  @ValueSource(strings = {"", "contoso.onmicrosoft.com f1 PUBLIS"})
  void anInterruptedThreadCanOpenAStore(String half) throws IOException {
    Path file = folder.resolve("findings");
    FindingStore.file(file).put(record("f1", Stage.SENDING, null));
    Files.writeString(file, half, StandardOpenOption.APPEND);
    FindingStore store = FindingStore.file(file);
    Thread.currentThread().interrupt();
    Optional<FindingRecord> found = store.find(TENANT, "f1");
    assertThat(Thread.interrupted()).as("it stays interrupted").isTrue();
    assertThat(found).contains(record("f1", Stage.SENDING, null));
    assertThat(Files.readString(file)).as("no half line").endsWith("\n");
  }

  private static FindingRecord record(String key, Stage stage, String alertId) {
    return new FindingRecord(TENANT, key, stage, Scene.START, EVENT, "Beacon to C2", alertId);
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder("x");
    for (int i = random.nextInt(12); i > 0; i--) {
      int point = random.nextInt(4) == 0 ? random.nextInt(0x11_0000) : random.nextInt(128);
      text.appendCodePoint(point >= 0xD800 && point < 0xE000 ? ' ' : point);
    }
    return text.toString();
  }
}
