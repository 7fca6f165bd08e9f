package dev.defendersdk.alerts.feed;

import dev.defendersdk.core.argument.Check;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A store in a folder. A file is a line with the version of its form and that of the text, and then
 * the text. Processes take turns by the lock of a file beside it, and threads of this process in
 * the order in which they come, since a lock of a file is the whole process's.
 */
final class FileCheckpointStore implements CheckpointStore {

  private static final String FORM = "defender-sdk-checkpoint 1 ";
  private static final Pattern FIRST =
      Pattern.compile("defender-sdk-checkpoint (\\d+) (\\d{1,19})");
  private static final Map<Path, CompletableFuture<Void>> TURNS = new ConcurrentHashMap<>();

  private final Path folder;
  private final Disk disk;

  FileCheckpointStore(Path folder, Disk disk) {
    this.folder = folder.toAbsolutePath().normalize();
    this.disk = disk;
  }

  @Override
  public Optional<Saved> load(String name) {
    Path file = file(name, ".checkpoint");
    try {
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long save(String name, String text, long version) {
    Path file = file(name, ".checkpoint");
    Check.notNull(text, "text");
    CompletableFuture<Void> over = new CompletableFuture<>();
    CompletableFuture<Void> before = TURNS.put(file, over);
    if (before != null) {
      before.join();
    }
    try {
      makeFolder();
      return saveAlone(file, name, text, version);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      TURNS.remove(file, over);
      over.complete(null);
    }
  }

  private long saveAlone(Path file, String name, String text, long version) throws IOException {
    try (FileChannel turn =
            FileChannel.open(
                file(name, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = turn.lock()) {
      long found = read(file).map(Saved::version).orElse(0L);
      if (found != version || !lock.isValid()) {
        throw new CheckpointConflictException(name, version, found);
      }
      Path beside = file(name, ".new");
      String whole = FORM + (version + 1) + "\n" + text;
      disk.write(beside, whole.getBytes(StandardCharsets.UTF_8));
      disk.force(beside);
      disk.replace(beside, file);
      disk.forceFolder(folder);
      return version + 1;
    }
  }

  /** Makes the folder where it is missing, and is sure that it stays. */
  private void makeFolder() throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path path = folder; path != null && Files.notExists(path); path = path.getParent()) {
      missing.push(path);
    }
    Files.createDirectories(folder);
    for (Path made : missing) {
      Path parent = made.getParent();
      if (parent != null) {
        disk.forceFolder(parent);
      }
    }
  }

  /** Empty only if there is none: a file that cannot be read is an error. */
  private static Optional<Saved> read(Path file) throws IOException {
    String whole;
    try {
      whole = Files.readString(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    int end = whole.indexOf('\n');
    Matcher first = FIRST.matcher(end < 0 ? "" : whole.substring(0, end));
    if (!first.matches()) {
      throw new IllegalStateException(
          file
              + " is no checkpoint. Put back what was there, or move it away and begin the feed"
              + " from an instant.");
    }
    if (!first.group(1).equals("1")) {
      throw new IllegalStateException(
          file + " is of form " + first.group(1) + ": a later version wrote it. Use that one.");
    }
    return Optional.of(new Saved(whole.substring(end + 1), Long.parseLong(first.group(2))));
  }

  private Path file(String name, String ending) {
    return folder.resolve(Names.ofStore(name) + ending);
  }

  @Override
  public String toString() {
    return "CheckpointStore[" + folder + "]";
  }
}
