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
        FindingLines.read(text.substring(0, end).lines().toList(), last);
        if (end < bytes.length) {
          truncate(end);
        }
      }
      loaded = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void truncate(long size) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
      channel.force(true);
    }
  }

  private void write(FindingRecord record) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      long size = channel.size();
      String text = (size == 0 ? FindingLines.HEADER + "\n" : "") + FindingLines.of(record) + "\n";
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
      try {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      } catch (IOException e) {
        channel.truncate(size); // half a line must not stand before the next one
        throw e;
      }
    }
  }

  @Override
  public String toString() {
    return "FindingStore[" + file + "]";
  }
}
