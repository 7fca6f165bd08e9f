package dev.defendersdk.alerts.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

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
   * Wherever the machine stops, what is found afterwards is the text before or the new one, whole;
   * and once the save has returned, the new one.
   */
  @Test
  void aMachineThatStopsLeavesOneOrTheOther() throws Exception {
    String before = "before ".repeat(1_000);
    String after = "after ".repeat(1_200);
    int steps = 0;
    boolean stopped = true;
    while (stopped) {
      Path place = Files.createDirectory(folder.resolve("stops-" + ++steps));
      CheckpointStore.folder(place).save("siem", before, 0);
      StoppingDisk disk = new StoppingDisk(steps);
      CheckpointStore store = new FileCheckpointStore(place, disk);
      try {
        store.save("siem", after, 1);
        stopped = false;
      } catch (UncheckedIOException e) {
        disk.lose();
      }
      CheckpointStore next = CheckpointStore.folder(place);
      CheckpointStore.Saved found = next.load("siem").orElseThrow();
      assertThat(found.text()).isEqualTo(found.version() == 1 && stopped ? before : after);
      assertThat(next.save("siem", "next", found.version())).isGreaterThan(found.version());
    }
    assertThat(steps).isGreaterThan(8);
  }

  /** A disk that stops before or amid a step, and then has lost what was not forced. */
  private static final class StoppingDisk implements Disk {

    private final int last;
    private int steps;
    private Path written;
    private byte[] bytes;
    private Path replaced;
    private byte[] old;

    private StoppingDisk(int last) {
      this.last = last;
    }

    private void step() throws IOException {
      if (++steps >= last) {
        throw new IOException("the machine has stopped");
      }
    }

    @Override
    public void write(Path file, byte[] whole) throws IOException {
      step();
      written = file;
      bytes = whole;
      if (steps + 1 == last) {
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
      }
      step();
      Files.write(file, whole);
      step();
    }

    @Override
    public void force(Path file) throws IOException {
      step();
      Disk.REAL.force(file);
      bytes = null; // safe
      step();
    }

    @Override
    public void replace(Path file, Path target) throws IOException {
      step();
      old = Files.readAllBytes(target);
      replaced = target;
      Disk.REAL.replace(file, target);
      step();
    }

    @Override
    public void forceFolder(Path place) throws IOException {
      step();
      Disk.REAL.forceFolder(place);
      old = null; // safe
      step();
    }

    /** What was not forced is gone. */
    void lose() throws IOException {
      if (bytes != null && Files.exists(written)) {
        Files.write(written, new byte[0]);
      }
      if (old != null && replaced != null) {
        Files.write(replaced, old);
      }
    }
  }
}
