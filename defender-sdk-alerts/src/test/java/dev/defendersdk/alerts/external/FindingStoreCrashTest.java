package dev.defendersdk.alerts.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.alerts.external.FindingRecord.Stage;
import dev.defendersdk.alerts.external.StoppingDisk.Fate;
import dev.defendersdk.core.EventReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was put is found, wherever the process or the machine stopped, and whatever was lost. */
class FindingStoreCrashTest {

  private static final String TENANT = "contoso.onmicrosoft.com";
  private static final EventReference EVENT =
      new EventReference("0f", Instant.parse("2026-11-24T07:00:00.7115183Z"), "4711");
  private static final FindingRecord ASKED = record("f1", Stage.SENDING, null);
  private static final FindingRecord PUBLISHED = record("f1", Stage.PUBLISHED, "da-1");
  private static final FindingRecord OTHER = record("f2", Stage.SENDING, null);

  @TempDir Path folder;

  /** The file's folders are new, too: what is safe in a file is lost without its name. */
  @Test
  void aMachineThatStopsLosesNothingThatWasPut() throws IOException {
    int most = 0;
    for (Fate fate : Fate.values()) {
      boolean stopped = true;
      for (int step = 1; stopped; step++) {
        Path root = Files.createDirectory(folder.resolve(fate + "-" + step));
        Path file = root.resolve("new").resolve("newer").resolve("findings");
        StoppingDisk disk = new StoppingDisk(root).stopAt(step);
        Putting putting = new Putting(new FileFindingStore(file, disk));
        stopped = putting.stopsIn(List.of(ASKED, PUBLISHED, OTHER));
        disk.lose(fate);

        String when = fate + ", stopped at step " + step;
        putting.check(FindingStore.file(file), when);
        goesOn(file, when);
        most = Math.max(most, step);
      }
    }
    assertThat(most).as("two points of each step, and three of each line").isEqualTo(26);
  }

  /** What a dead process left is safe once another one has seen it. */
  @Test
  void aMachineThatStopsAfterAProcessHasDiedLosesNothingThatTheNextOneSaw() throws IOException {
    for (Fate fate : Fate.values()) {
      boolean killed = true;
      for (int step = 1; killed; step++) {
        Path root = Files.createDirectory(folder.resolve(fate + "-" + step));
        Path file = root.resolve("findings");
        StoppingDisk disk = new StoppingDisk(root).stopAt(step);
        Putting putting = new Putting(new FileFindingStore(file, disk));
        killed = putting.stopsIn(List.of(ASKED, PUBLISHED));
        String when = fate + ", killed at step " + step;
        disk.stopAt(Integer.MAX_VALUE);
        FindingStore next = new FileFindingStore(file, disk);
        putting.check(next, when);
        Optional<FindingRecord> seen = next.find(TENANT, "f1");
        if (step % 2 == 0) {
          next.put(OTHER);
        }
        disk.lose(fate);

        FindingStore last = FindingStore.file(file);
        assertThat(last.find(TENANT, "f1")).as(when).isEqualTo(seen);
        assertThat(last.find(TENANT, "f2").isPresent()).as(when).isEqualTo(step % 2 == 0);
        goesOn(file, when);
      }
    }
  }

  @Test
  void aLineThatCouldNotBeWrittenWholeIsTakenBack() throws IOException {
    Path file = folder.resolve("findings");
    FullDisk disk = new FullDisk();
    FindingStore store = new FileFindingStore(file, disk);
    store.put(ASKED);
    disk.isFull = true;
    assertThatThrownBy(() -> store.put(PUBLISHED))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no space left");
    assertThat(store.find(TENANT, "f1")).contains(ASKED);
    assertThat(Files.readString(file)).as("no half line").endsWith("\n");

    disk.isFull = false;
    store.put(OTHER);
    FindingStore next = FindingStore.file(file);
    assertThat(next.find(TENANT, "f1")).contains(ASKED);
    assertThat(next.find(TENANT, "f2")).contains(OTHER);
  }

  @Test
  void whatCouldNotBeTakenBackIsMendedBeforeTheNextLine() throws IOException {
    Path file = folder.resolve("findings");
    FullDisk disk = new FullDisk();
    FindingStore store = new FileFindingStore(file, disk);
    store.put(ASKED);
    disk.isFull = true;
    disk.isStuck = true;
    assertThatThrownBy(() -> store.put(PUBLISHED))
        .isInstanceOf(UncheckedIOException.class)
        .satisfies(failure -> assertThat(failure.getCause().getSuppressed()).hasSize(1));
    assertThat(Files.readString(file)).as("half a line").doesNotEndWith("\n");
    assertThatThrownBy(() -> store.put(PUBLISHED)).hasMessageContaining("stuck");

    disk.isFull = false;
    disk.isStuck = false;
    store.put(OTHER);
    FindingStore next = FindingStore.file(file);
    assertThat(next.find(TENANT, "f1")).contains(ASKED);
    assertThat(next.find(TENANT, "f2")).contains(OTHER);
  }

  private static void goesOn(Path file, String when) {
    FindingRecord responded = record("f1", Stage.RESPONDED, "da-1");
    FindingStore.file(file).put(responded);
    assertThat(FindingStore.file(file).find(TENANT, "f1")).as(when).contains(responded);
  }

  private static FindingRecord record(String key, Stage stage, String alertId) {
    return new FindingRecord(TENANT, key, stage, Scene.START, EVENT, "Beacon to C2", alertId);
  }

  /** Puts records, and knows which are safe by the store's word, and which one may be. */
  private static final class Putting {

    private final FindingStore store;
    private FindingRecord one;
    private FindingRecord other;
    private FindingRecord open;

    private Putting(FindingStore store) {
      this.store = store;
    }

    boolean stopsIn(List<FindingRecord> records) {
      for (FindingRecord record : records) {
        open = record;
        try {
          store.put(record);
        } catch (UncheckedIOException e) {
          return true;
        }
        open = null;
        if (record.key().equals("f1")) {
          one = record;
        } else {
          other = record;
        }
      }
      return false;
    }

    void check(FindingStore next, String when) {
      isThere(next.find(TENANT, "f1"), one, when);
      isThere(next.find(TENANT, "f2"), other, when);
    }

    private void isThere(Optional<FindingRecord> found, FindingRecord put, String when) {
      if (found.isEmpty() || !found.get().equals(open)) {
        assertThat(found).as(when).isEqualTo(Optional.ofNullable(put));
      }
    }
  }

  /** A disk that takes half of what it is given, and may not even take that back. */
  private static final class FullDisk implements Disk {

    private boolean isFull;
    private boolean isStuck;

    @Override
    public void makeFolder(Path made) throws IOException {
      REAL.makeFolder(made);
    }

    @Override
    public void append(Path file, byte[] bytes) throws IOException {
      REAL.append(file, isFull ? Arrays.copyOf(bytes, bytes.length / 2) : bytes);
      if (isFull) {
        throw new IOException("no space left");
      }
    }

    @Override
    public void truncate(Path file, long size) throws IOException {
      if (isStuck) {
        throw new IOException("stuck");
      }
      REAL.truncate(file, size);
    }

    @Override
    public void force(Path file) throws IOException {
      REAL.force(file);
    }

    @Override
    public void forceFolder(Path its) throws IOException {
      REAL.forceFolder(its);
    }
  }
}
