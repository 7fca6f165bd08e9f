package dev.defendersdk.alerts.external;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
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
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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
    for (Fate fate : Fate.values()) {
      assertThat(stopEverywhere(fate, disk -> disk))
          .as("two points of each step, and three of each line")
          .isEqualTo(26);
    }
  }

  /** Puts three records, and stops one step later each time; returns how often. */
  private int stopEverywhere(Fate fate, UnaryOperator<Disk> use) throws IOException {
    boolean stopped = true;
    int step = 0;
    while (stopped) {
      Path root = Files.createTempDirectory(folder, "stop");
      Path file = root.resolve("new").resolve("newer").resolve("findings");
      StoppingDisk disk = new StoppingDisk(root).stopAt(++step);
      Putting putting = new Putting(new FileFindingStore(file, use.apply(disk)));
      stopped = putting.stopsIn(List.of(ASKED, PUBLISHED, OTHER));
      disk.lose(fate);

      String when = fate + ", stopped at step " + step;
      putting.check(FindingStore.file(file), when);
      goesOn(file, when);
    }
    return step;
  }

  /** What a store would get wrong, and the fate of what was not forced that shows it. */
  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("lines are not forced", Fate.LOST, NothingForced::new),
        mistake("half of them then", Fate.HALF, NothingForced::new),
        mistake("a line is forced when the next one comes", Fate.LOST, ForcedTooLate::new),
        mistake("no folder is forced", Fate.LOST, disk -> new FoldersUnforced(disk, "")),
        mistake("that of the file is not", Fate.LOST, disk -> new FoldersUnforced(disk, "newer")),
        mistake("the one around it is not", Fate.LOST, disk -> new FoldersUnforced(disk, "new")),
        mistake("it is before the file is there", Fate.LOST, FolderTooEarly::new),
        mistake("the file is written over", Fate.KEPT, WrittenOver::new));
  }

  /** What it would get wrong about a file that it found. */
  static Stream<Arguments> mistakesInReading() {
    return Stream.of(
        mistake("half a line stays", Fate.KEPT, NothingCutOff::new),
        mistake("what is read is not forced", Fate.LOST, FoundUnforced::new),
        mistake("nor is its name", Fate.LOST, FoundUnnamed::new));
  }

  private static Arguments mistake(String name, Fate shownBy, UnaryOperator<Disk> mistaken) {
    return Arguments.of(Named.of(name, mistaken), shownBy);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void aStopShowsAStoreThatForcesTooLittleOrAtTheWrongTime(
      UnaryOperator<Disk> mistaken, Fate shownBy) {
    assertThatThrownBy(() -> stopEverywhere(shownBy, mistaken))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("stopped at step");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakesInReading")
  void aKillShowsAStoreThatTrustsWhatItFinds(UnaryOperator<Disk> mistaken, Fate shownBy) {
    assertThatThrownBy(() -> killEverywhere(shownBy, mistaken))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("killed at step");
  }

  /** What a dead process left is safe once another one has seen it. */
  @Test
  void aMachineThatStopsAfterAProcessHasDiedLosesNothingThatTheNextOneSaw() throws IOException {
    for (Fate fate : Fate.values()) {
      assertThat(killEverywhere(fate, disk -> disk)).isGreaterThan(10);
    }
  }

  /** Kills the process one step later each time, and stops the machine under the next one. */
  private int killEverywhere(Fate fate, UnaryOperator<Disk> use) throws IOException {
    boolean killed = true;
    int step = 0;
    while (killed) {
      Path root = Files.createTempDirectory(folder, "kill");
      Path file = root.resolve("findings");
      StoppingDisk disk = new StoppingDisk(root).stopAt(++step);
      Putting putting = new Putting(new FileFindingStore(file, use.apply(disk)));
      killed = putting.stopsIn(List.of(ASKED, PUBLISHED));
      String when = fate + ", killed at step " + step;
      disk.stopAt(Integer.MAX_VALUE);
      FindingStore next = new FileFindingStore(file, use.apply(disk));
      putting.check(next, when);
      Optional<FindingRecord> seen = next.find(TENANT, "f1");
      if (step % 2 == 0) {
        next.put(OTHER);
      }
      disk.lose(fate);

      FindingStore last = FindingStore.file(file);
      assertThatCode(() -> last.find(TENANT, "f1")).as(when).doesNotThrowAnyException();
      assertThat(last.find(TENANT, "f1")).as(when).isEqualTo(seen);
      assertThat(last.find(TENANT, "f2").isPresent()).as(when).isEqualTo(step % 2 == 0);
      goesOn(file, when);
    }
    return step;
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

  /** Whoever makes it: its name is safe before what is in it counts as put. */
  @Test
  void aFolderThatAnotherStoreHasJustMadeIsAsGood() throws IOException {
    Path root = Files.createDirectory(folder.resolve("root"));
    Path file = root.resolve("new").resolve("newer").resolve("findings");
    StoppingDisk disk = new StoppingDisk(root);
    new FileFindingStore(file, new OtherIsFaster(disk)).put(ASKED);
    disk.lose(Fate.LOST);

    assertThat(FindingStore.file(file).find(TENANT, "f1")).contains(ASKED);
    goesOn(file, "after a stop");
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

  /** A disk on which another store is always just a little faster. */
  private static final class OtherIsFaster extends Otherwise {

    private OtherIsFaster(Disk disk) {
      super(disk);
    }

    @Override
    public void makeFolder(Path made) throws IOException {
      Files.createDirectory(made);
      super.makeFolder(made);
    }
  }

  /** A store that does its steps otherwise, as its disk sees it. */
  private static class Otherwise implements Disk {

    final Disk disk;

    Otherwise(Disk disk) {
      this.disk = disk;
    }

    @Override
    public void makeFolder(Path made) throws IOException {
      disk.makeFolder(made);
    }

    @Override
    public void append(Path file, byte[] bytes) throws IOException {
      disk.append(file, bytes);
    }

    @Override
    public void truncate(Path file, long size) throws IOException {
      disk.truncate(file, size);
    }

    @Override
    public void force(Path file) throws IOException {
      disk.force(file);
    }

    @Override
    public void forceFolder(Path its) throws IOException {
      disk.forceFolder(its);
    }
  }

  private static class NothingForced extends Otherwise {

    private NothingForced(Disk disk) {
      super(disk);
    }

    @Override
    public void force(Path file) {}
  }

  private static final class ForcedTooLate extends NothingForced {

    private ForcedTooLate(Disk disk) {
      super(disk);
    }

    @Override
    public void append(Path file, byte[] bytes) throws IOException {
      if (Files.exists(file)) {
        disk.force(file);
      }
      super.append(file, bytes);
    }
  }

  /** Leaves unsafe the names in the folder of this name, or in all. */
  private static final class FoldersUnforced extends Otherwise {

    private final String name;

    private FoldersUnforced(Disk disk, String name) {
      super(disk);
      this.name = name;
    }

    @Override
    public void forceFolder(Path its) throws IOException {
      if (!name.isEmpty() && !its.endsWith(name)) {
        super.forceFolder(its);
      }
    }
  }

  private static final class FolderTooEarly extends Otherwise {

    private FolderTooEarly(Disk disk) {
      super(disk);
    }

    @Override
    public void append(Path file, byte[] bytes) throws IOException {
      if (!Files.exists(file)) {
        super.forceFolder(file.getParent());
      }
      super.append(file, bytes);
    }

    @Override
    public void forceFolder(Path its) throws IOException {
      if (!its.endsWith("newer")) {
        super.forceFolder(its);
      }
    }
  }

  private static final class WrittenOver extends Otherwise {

    private WrittenOver(Disk disk) {
      super(disk);
    }

    @Override
    public void append(Path file, byte[] bytes) throws IOException {
      String before = Files.exists(file) ? Files.readString(file) : "";
      if (!before.isEmpty()) {
        super.truncate(file, 0);
      }
      super.append(file, (before + new String(bytes, UTF_8)).getBytes(UTF_8));
    }
  }

  private static final class NothingCutOff extends Otherwise {

    private NothingCutOff(Disk disk) {
      super(disk);
    }

    @Override
    public void truncate(Path file, long size) {}
  }

  private static class FoundUnnamed extends Otherwise {

    boolean wrote;

    private FoundUnnamed(Disk disk) {
      super(disk);
    }

    @Override
    public void append(Path file, byte[] bytes) throws IOException {
      wrote = true;
      super.append(file, bytes);
    }

    @Override
    public void forceFolder(Path its) throws IOException {
      if (wrote) {
        super.forceFolder(its);
      }
    }
  }

  private static final class FoundUnforced extends FoundUnnamed {

    private FoundUnforced(Disk disk) {
      super(disk);
    }

    @Override
    public void force(Path file) throws IOException {
      if (wrote) {
        super.force(file);
      }
    }

    @Override
    public void forceFolder(Path its) throws IOException {
      disk.forceFolder(its);
    }
  }

  /** A disk that takes half of what it is given, and may not even take that back. */
  private static final class FullDisk extends Otherwise {

    private boolean isFull;
    private boolean isStuck;

    private FullDisk() {
      super(Disk.REAL);
    }

    @Override
    public void append(Path file, byte[] bytes) throws IOException {
      super.append(file, isFull ? Arrays.copyOf(bytes, bytes.length / 2) : bytes);
      if (isFull) {
        throw new IOException("no space left");
      }
    }

    @Override
    public void truncate(Path file, long size) throws IOException {
      if (isStuck) {
        throw new IOException("stuck");
      }
      super.truncate(file, size);
    }
  }
}
