package dev.defendersdk.alerts.external;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store in a file: a line for each record that was put, the last one of a key holds. */
final class FileFindingStore implements FindingStore {

  private final Path file;
  private final Disk disk;
  private final MemoryFindingStore last = new MemoryFindingStore();
  private boolean loaded;
  private boolean named; // the file's name is safe

  FileFindingStore(Path file, Disk disk) {
    this.file = file.toAbsolutePath();
    this.disk = disk;
  }

  @Override
  public Optional<FindingRecord> find(String tenantId, String key) {
    load();
    return last.find(tenantId, key);
  }

  @Override
  public void put(FindingRecord record) {
    load();
    try {
      write(record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    last.put(record);
  }

  private void load() {
    if (loaded) {
      return;
    }
    try {
      if (Files.exists(file)) {
        read();
      }
      loaded = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // What is read is made safe: the process that wrote it may have died before it was.
  private void read() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.US_ASCII);
    int end = text.lastIndexOf('\n') + 1;
    // A foreign file is refused by its first line, however little of one it has.
    boolean begins = end > 0 || FindingLines.HEADER.startsWith(text);
    FindingLines.read((begins ? text.substring(0, end) : text).lines().toList(), last);
    uninterrupted(
        () -> {
          if (end < bytes.length) {
            disk.truncate(file, end);
          }
          disk.force(file);
          nameIsSafe();
        });
  }

  private void write(FindingRecord record) throws IOException {
    makeFolders(file.getParent());
    long size = Files.exists(file) ? Files.size(file) : 0;
    String text = (size == 0 ? FindingLines.HEADER + "\n" : "") + FindingLines.of(record) + "\n";
    try {
      disk.append(file, text.getBytes(StandardCharsets.US_ASCII));
      disk.force(file);
      nameIsSafe();
    } catch (IOException e) {
      drop(size, e);
      throw e;
    }
  }

  // The name of each is safe once the folder that it is in is, also where another store has made it
  // meanwhile. Those that were there are taken as safe: whether another process has made one and
  // died at once cannot be seen.
  private void makeFolders(@Nullable Path folder) throws IOException {
    if (folder == null || Files.isDirectory(folder)) {
      return;
    }
    Path above = folder.getParent();
    makeFolders(above);
    disk.makeFolder(folder);
    if (above != null) {
      disk.forceFolder(above);
    }
  }

  // Also of a file that was found: the process that made it may have died before.
  private void nameIsSafe() throws IOException {
    Path folder = file.getParent();
    if (!named && folder != null) {
      disk.forceFolder(folder);
    }
    named = true;
  }

  // Half a line must not stand before the next one.
  private void drop(long size, IOException reason) {
    try {
      uninterrupted(
          () -> {
            if (Files.exists(file)) {
              disk.truncate(file, size);
              disk.force(file);
            }
          });
    } catch (IOException e) {
      reason.addSuppressed(e);
      loaded = false; // it is mended by reading it anew
    }
  }

  private interface Mending {
    void run() throws IOException;
  }

  // An interrupt closes a channel. What mends the file goes on, and the thread stays interrupted.
  private static void uninterrupted(Mending mending) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      mending.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public String toString() {
    return "FindingStore[" + file + "]";
  }
}
