package dev.defendersdk.machineactions.response;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A store in a file. Lines that come while others are being forced to the disk go together with the
 * next force; no lock is held.
 */
final class FileBulkStore implements BulkStore {

  private record Request(List<String> lines, CompletableFuture<Void> safe) {}

  private final Path file;
  private final Queue<Request> row = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();

  FileBulkStore(Path file) {
    this.file = file;
  }

  @Override
  public List<String> load() {
    try {
      if (!Files.exists(file)) {
        return List.of();
      }
      byte[] bytes = Files.readAllBytes(file);
      String text = new String(bytes, StandardCharsets.US_ASCII);
      int end = text.lastIndexOf('\n') + 1;
      if (end < bytes.length) {
        truncate(end);
      }
      return text.substring(0, end).lines().toList();
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

  @Override
  public void append(List<String> lines) {
    Request request = new Request(lines, new CompletableFuture<>());
    row.add(request);
    if (waiting.getAndIncrement() == 0) {
      int written;
      do {
        written = write();
      } while (waiting.addAndGet(-written) > 0);
    }
    try {
      request.safe().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof IOException cause ? new UncheckedIOException(cause) : e;
    }
  }

  /** Writes all that wait; how many they were. */
  private int write() {
    List<Request> batch = new ArrayList<>();
    StringBuilder lines = new StringBuilder();
    for (Request next = row.poll(); next != null; next = row.poll()) {
      batch.add(next);
      next.lines().forEach(line -> lines.append(line).append('\n'));
    }
    try {
      write(ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.US_ASCII)));
      batch.forEach(request -> request.safe().complete(null));
    } catch (IOException e) {
      batch.forEach(request -> request.safe().completeExceptionally(e));
    }
    return batch.size();
  }

  private void write(ByteBuffer bytes) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      long size = channel.size();
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
    return "BulkStore[" + file + "]";
  }
}
