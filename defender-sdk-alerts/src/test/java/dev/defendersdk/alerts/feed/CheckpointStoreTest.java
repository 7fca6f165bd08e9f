package dev.defendersdk.alerts.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CheckpointStoreTest {

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> inMemoryItKeepsTheContract() {
    CheckpointStore store = CheckpointStore.memory();
    return tests(CheckpointStoreContract.of(() -> store));
  }

  @TestFactory
  Stream<DynamicTest> inAFolderItKeepsTheContract() {
    return tests(CheckpointStoreContract.of(() -> CheckpointStore.folder(folder.resolve("new"))));
  }

  private static Stream<DynamicTest> tests(CheckpointStoreContract contract) {
    return contract.rules().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.name(), rule::verify));
  }

  /** Stores that break a rule each; the contract says which. */
  @Test
  void theContractFindsWhatBreaksIt() {
    assertThatThrownBy(CheckpointStoreContract.of(CheckpointStore::memory)::verify)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("loaded, by one who opens it anew");
    assertThatThrownBy(CheckpointStoreContract.of(shared(new LastOneWins()))::verify)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("one who is late is refused");
    assertThatThrownBy(CheckpointStoreContract.of(shared(new CutsOff()))::verify)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a large text comes back whole");
    assertThatThrownBy(CheckpointStoreContract.of(shared(new ChecksAndThenActs()))::verify)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("of many who save at once one succeeds");
  }

  private static java.util.function.Supplier<CheckpointStore> shared(CheckpointStore store) {
    return () -> store;
  }

  private static class LastOneWins implements CheckpointStore {

    final Map<String, Saved> saved = new ConcurrentHashMap<>();

    @Override
    public Optional<Saved> load(String name) {
      return Optional.ofNullable(saved.get(name));
    }

    @Override
    public long save(String name, String text, long version) {
      saved.put(name, new Saved(text, version + 1));
      return version + 1;
    }
  }

  private static final class CutsOff extends LastOneWins {
    @Override
    public long save(String name, String text, long version) {
      return super.save(name, text.substring(0, Math.min(text.length(), 4_000)), version);
    }
  }

  private static final class ChecksAndThenActs extends LastOneWins {
    @Override
    public long save(String name, String text, long version) {
      long found = load(name).map(Saved::version).orElse(0L);
      if (found != version) {
        throw new CheckpointConflictException(name, version, found);
      }
      for (int i = 0; i < 1_000; i++) {
        Thread.yield();
      }
      return super.save(name, text, version);
    }
  }

  @Test
  void aFileThatIsNoCheckpointIsRefused() throws Exception {
    CheckpointStore store = CheckpointStore.folder(folder);
    for (String text : new String[] {"", "something else", "defender-sdk-checkpoint x\n"}) {
      Files.writeString(folder.resolve("siem.checkpoint"), text);
      assertThatThrownBy(() -> store.load("siem"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("siem.checkpoint is no checkpoint");
    }
    Files.writeString(folder.resolve("siem.checkpoint"), "defender-sdk-checkpoint 2 7\nnew form");
    assertThatThrownBy(() -> store.load("siem"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a later version wrote it");
  }

  @Test
  void aNameThatIsNoFileNameIsRefused() {
    for (CheckpointStore store :
        new CheckpointStore[] {CheckpointStore.memory(), CheckpointStore.folder(folder)}) {
      assertThatThrownBy(() -> store.save("../siem", "text", 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("letters, digits");
    }
  }

  /**
   * Wherever the machine stops, what is found afterwards is the text that was saved last or the one
   * that was being saved, whole; and once the save has returned, that one, whatever comes then.
   */
  @ParameterizedTest
  @EnumSource(LosingDisk.Loss.class)
  void aMachineThatStopsLeavesOneOrTheOther(LosingDisk.Loss loss) throws Exception {
    int stops = stopEverywhere(loss, disk -> disk);
    assertThat(stops).isGreaterThan(30);
  }

  /** What a store would get wrong, and the loss that shows it. */
  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("bytes are not forced", LosingDisk.Loss.BYTES, NothingForced::new),
        mistake("bytes are forced when moved", LosingDisk.Loss.BYTES, ForcedTooLate::new),
        mistake("no folder is forced", LosingDisk.Loss.BYTES_AND_NAMES, NoFolderForced::new),
        mistake("it is before the move", LosingDisk.Loss.BYTES_AND_NAMES, FolderTooEarly::new),
        mistake("no new folder is", LosingDisk.Loss.BYTES_AND_NAMES, NewFolderUnforced::new),
        mistake("the file is written over", LosingDisk.Loss.NOTHING, WrittenOver::new));
  }

  private static Arguments mistake(
      String name, LosingDisk.Loss shownBy, UnaryOperator<Disk> mistaken) {
    return Arguments.of(Named.of(name, mistaken), shownBy);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void aStopShowsAStoreThatForcesTooLittleOrAtTheWrongTime(
      UnaryOperator<Disk> mistaken, LosingDisk.Loss shownBy) {
    assertThatThrownBy(() -> stopEverywhere(shownBy, mistaken))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("at step"); // what is found after a stop, and nothing else
  }

  /** Saves three texts, again and again, and stops one step later each time; returns how often. */
  private int stopEverywhere(LosingDisk.Loss loss, UnaryOperator<Disk> use) throws IOException {
    List<String> texts = List.of("", "one ".repeat(900), "two ".repeat(1_200), "3 ".repeat(1_000));
    boolean stopped = true;
    int stop = 0;
    while (stopped) {
      Path root = Files.createTempDirectory(folder, "stop");
      LosingDisk disk = new LosingDisk(root, ++stop);
      Path place = root.resolve("new").resolve("place");
      CheckpointStore store = new FileCheckpointStore(place, use.apply(disk));
      int safe = 0;
      try {
        while (safe + 1 < texts.size()) {
          safe = (int) store.save("siem", texts.get(safe + 1), safe);
        }
        stopped = false;
      } catch (UncheckedIOException e) {
        assertThat(e).hasRootCauseMessage("the machine has stopped");
      }
      disk.lose(loss);
      CheckpointStore next = CheckpointStore.folder(place);
      CheckpointStore.Saved found = next.load("siem").orElse(new CheckpointStore.Saved("", 0));
      assertThat(found.version()).as("at step %d", stop).isBetween((long) safe, safe + 1L);
      assertThat(found.text()).as("at step %d", stop).isEqualTo(texts.get((int) found.version()));
      assertThat(next.save("siem", "next", found.version())).isGreaterThan(found.version());
    }
    return stop;
  }

  /** A store that does its steps otherwise, as its disk sees it. */
  private static class Otherwise implements Disk {

    final Disk disk;

    Otherwise(Disk disk) {
      this.disk = disk;
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
      disk.write(file, bytes);
    }

    @Override
    public void force(Path file) throws IOException {
      disk.force(file);
    }

    @Override
    public void replace(Path file, Path target) throws IOException {
      disk.replace(file, target);
    }

    @Override
    public void forceFolder(Path place) throws IOException {
      disk.forceFolder(place);
    }
  }

  private static final class NothingForced extends Otherwise {

    private NothingForced(Disk disk) {
      super(disk);
    }

    @Override
    public void force(Path file) {}
  }

  private static final class ForcedTooLate extends Otherwise {

    private ForcedTooLate(Disk disk) {
      super(disk);
    }

    @Override
    public void force(Path file) {}

    @Override
    public void replace(Path file, Path target) throws IOException {
      super.replace(file, target);
      disk.force(target);
    }
  }

  private static final class NoFolderForced extends Otherwise {

    private NoFolderForced(Disk disk) {
      super(disk);
    }

    @Override
    public void forceFolder(Path place) throws IOException {
      if (!place.endsWith("place")) {
        super.forceFolder(place);
      }
    }
  }

  private static final class FolderTooEarly extends Otherwise {

    private FolderTooEarly(Disk disk) {
      super(disk);
    }

    @Override
    public void replace(Path file, Path target) throws IOException {
      super.forceFolder(target.getParent());
      super.replace(file, target);
    }

    @Override
    public void forceFolder(Path place) throws IOException {
      if (!place.endsWith("place")) {
        super.forceFolder(place);
      }
    }
  }

  private static final class NewFolderUnforced extends Otherwise {

    private NewFolderUnforced(Disk disk) {
      super(disk);
    }

    @Override
    public void forceFolder(Path place) throws IOException {
      if (place.endsWith("place")) {
        super.forceFolder(place);
      }
    }
  }

  private static final class WrittenOver extends Otherwise {

    private WrittenOver(Disk disk) {
      super(disk);
    }

    private static Path target(Path beside) {
      String name = beside.getFileName().toString();
      return beside.resolveSibling(name.replace(".new", ".checkpoint"));
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
      super.write(target(file), bytes);
    }

    @Override
    public void force(Path file) throws IOException {
      super.force(target(file));
    }

    @Override
    public void replace(Path file, Path target) {}
  }
}
