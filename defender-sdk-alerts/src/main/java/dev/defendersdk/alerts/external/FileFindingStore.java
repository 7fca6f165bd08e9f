package dev.defendersdk.alerts.external;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A store in a file: a line for each record that was put, the last one of a key holds. */
final class FileFindingStore implements FindingStore {

  private final Path file;
  private final MemoryFindingStore last = new MemoryFindingStore();
  private boolean loaded;

  FileFindingStore(Path file) {
    this.file = file;
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
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.US_ASCII);
        int end = text.lastIndexOf('\n') + 1;
        // A foreign file is refused by its first line, however little of one it has.
        boolean begins = end > 0 || FindingLines.HEADER.startsWith(text);
        FindingLines.read((begins ? text.substring(0, end) : text).lines().toList(), last);
        if (end < bytes.length) {
          truncate(end);
        }
      }
      loaded = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // In a channel of its own, also in a thread that is interrupted: that closes a channel.
  private void truncate(long size) throws IOException {
    boolean interrupted = Thread.interrupted();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
      channel.force(true);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void write(FindingRecord record) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    long size = Files.exists(file) ? Files.size(file) : 0;
    String text = (size == 0 ? FindingLines.HEADER + "\n" : "") + FindingLines.of(record) + "\n";
    try {
      append(text);
      if (size == 0 && folder != null) {
        force(folder);
      }
    } catch (IOException e) {
      drop(size, e);
      throw e;
    }
  }

  private void append(String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  // A new file's name is safe, too, once its folder is.
  private static void force(Path folder) throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(folder, StandardOpenOption.READ);
    } catch (IOException e) {
      return; // Windows opens no folder, and needs none of it
    }
    try (channel) {
      channel.force(true);
    }
  }

  // Half a line must not stand before the next one.
  private void drop(long size, IOException reason) {
    try {
      if (Files.exists(file)) {
        truncate(size);
      }
    } catch (IOException e) {
      reason.addSuppressed(e);
      loaded = false; // it is mended by reading it anew
    }
  }

  @Override
  public String toString() {
    return "FindingStore[" + file + "]";
  }
}
