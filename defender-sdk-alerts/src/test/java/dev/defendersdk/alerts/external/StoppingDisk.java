package dev.defendersdk.alerts.external;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A disk that fails before, amid or after a step, and that knows what would be left if the machine
 * stopped: what a file held when it was forced, under a name whose folder was forced. Of the rest
 * it is chance what is left, so each fate can be had.
 */
final class StoppingDisk implements Disk {

  /** What becomes of what was not forced. */
  enum Fate {
    LOST,
    HALF,
    KEPT
  }

  private final Path root;
  private final Map<Path, byte[]> safeBytes = new HashMap<>();
  private final Set<Path> safeNames = new HashSet<>();
  private int steps;
  private int last = Integer.MAX_VALUE;

  /** All that is in this folder now is safe. */
  StoppingDisk(Path root) throws IOException {
    this.root = root;
    for (Path path : under(root)) {
      safeNames.add(path);
      if (Files.isRegularFile(path)) {
        safeBytes.put(path, Files.readAllBytes(path));
      }
    }
  }

  /** Fails at this step, counted from now and from 1, and at all after it. */
  StoppingDisk stopAt(int step) {
    steps = 0;
    last = step;
    return this;
  }

  private void step() throws IOException {
    if (++steps >= last) {
      throw new IOException("the machine has stopped");
    }
  }

  @Override
  public void makeFolder(Path folder) throws IOException {
    step();
    REAL.makeFolder(folder);
    step();
  }

  @Override
  public void append(Path file, byte[] bytes) throws IOException {
    step();
    if (steps + 1 == last) {
      REAL.append(file, Arrays.copyOf(bytes, bytes.length / 2));
    }
    step();
    REAL.append(file, bytes);
    step();
  }

  @Override
  public void truncate(Path file, long size) throws IOException {
    step();
    REAL.truncate(file, size);
    step();
  }

  @Override
  public void force(Path file) throws IOException {
    step();
    safeBytes.put(file, Files.readAllBytes(file));
    step();
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    step();
    for (Path path : under(root)) {
      if (folder.equals(path.getParent())) {
        safeNames.add(path);
      }
    }
    step();
  }

  /** The machine has stopped: what was not forced meets its fate. */
  void lose(Fate fate) throws IOException {
    List<Path> paths = under(root);
    Collections.reverse(paths); // what is in a folder before the folder
    for (Path path : paths) {
      if (fate == Fate.LOST && !isNamed(path)) {
        Files.delete(path);
      } else if (Files.isRegularFile(path) && fate != Fate.KEPT) {
        byte[] safe = safeBytes.getOrDefault(path, new byte[0]);
        byte[] whole = Files.readAllBytes(path);
        boolean grew = whole.length > safe.length;
        int half = (safe.length + whole.length) / 2;
        Files.write(path, fate == Fate.HALF && grew ? Arrays.copyOf(whole, half) : safe);
      }
    }
  }

  private boolean isNamed(Path path) {
    return path.equals(root) || (safeNames.contains(path) && isNamed(path.getParent()));
  }

  private static List<Path> under(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return new ArrayList<>(paths.filter(path -> !path.equals(root)).toList());
    }
  }
}
