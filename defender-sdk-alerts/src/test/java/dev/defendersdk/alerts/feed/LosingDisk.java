package dev.defendersdk.alerts.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A disk whose machine stops before, amid or after a step, and then has lost what was not forced:
 * bytes that were not forced are cut off, wherever the file was moved meanwhile, and what happened
 * to the names in a folder since that was last forced has not happened.
 */
final class LosingDisk implements Disk {

  /** What is lost when the machine stops. */
  enum Loss {
    /** It was the process alone that stopped. */
    NOTHING,
    /** The names got to the disk by themselves, sooner than the bytes. */
    BYTES,
    /** Neither did. */
    BYTES_AND_NAMES
  }

  /** What is in a file, under whatever name. */
  private static final class Content {

    private byte[] written = new byte[0];
    private byte @Nullable [] forced;

    private byte[] left() {
      byte[] safe = forced;
      return safe == null ? Arrays.copyOf(written, written.length / 2) : safe;
    }
  }

  private final Path root;
  private final int last;
  private final Map<Path, Content> names = new HashMap<>();
  private final Map<Path, Content> forcedNames = new HashMap<>();
  private final Set<Path> forcedFolders = new HashSet<>();
  private int steps;

  /**
   * @param root a folder that is safe
   * @param last the step at which it stops
   */
  LosingDisk(Path root, int last) {
    this.root = root;
    this.last = last;
  }

  private void step() throws IOException {
    if (++steps >= last) {
      throw new IOException("the machine has stopped");
    }
  }

  @Override
  public void write(Path file, byte[] bytes) throws IOException {
    step();
    Content content = names.computeIfAbsent(file, name -> new Content());
    content.forced = null;
    content.written = Arrays.copyOf(bytes, bytes.length / 2);
    Files.write(file, content.written);
    step();
    content.written = bytes;
    Files.write(file, bytes);
    step();
  }

  @Override
  public void force(Path file) throws IOException {
    step();
    Content content = names.get(file);
    content.forced = content.written;
    step();
  }

  @Override
  public void replace(Path file, Path target) throws IOException {
    step();
    Disk.REAL.replace(file, target);
    names.put(target, names.remove(file));
    step();
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    step();
    forcedNames.keySet().removeIf(file -> folder.equals(file.getParent()));
    names.forEach(
        (file, content) -> {
          if (folder.equals(file.getParent())) {
            forcedNames.put(file, content);
          }
        });
    try (Stream<Path> inside = Files.list(folder)) {
      inside.filter(Files::isDirectory).forEach(forcedFolders::add);
    }
    step();
  }

  /** The machine starts again: what is there now is what had got to the disk. */
  void lose(Loss loss) throws IOException {
    if (loss == Loss.NOTHING) {
      return;
    }
    for (Path file : names.keySet()) {
      Files.deleteIfExists(file);
    }
    Map<Path, Content> left = loss == Loss.BYTES ? names : forcedNames;
    for (Map.Entry<Path, Content> file : left.entrySet()) {
      Files.write(file.getKey(), file.getValue().left());
    }
    if (loss == Loss.BYTES_AND_NAMES) {
      loseFolders();
    }
  }

  private void loseFolders() throws IOException {
    List<Path> all;
    try (Stream<Path> inside = Files.walk(root)) {
      all = inside.sorted((one, other) -> other.compareTo(one)).toList(); // the innermost first
    }
    for (Path path : all) {
      boolean lost =
          Stream.iterate(path, each -> !each.equals(root), Path::getParent)
              .anyMatch(each -> Files.isDirectory(each) && !forcedFolders.contains(each));
      if (lost) {
        Files.delete(path);
      }
    }
  }
}
