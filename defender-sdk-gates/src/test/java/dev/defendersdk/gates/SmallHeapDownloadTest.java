package dev.defendersdk.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A package of 3 GB comes to the disk of a process with a heap of 32 MB, though the process is
 * killed once and the connection lost once; of 192 MB in a plain build.
 */
class SmallHeapDownloadTest {

  private static final int BLOCK = 64 * 1024;
  private static final long LENGTH = Boolean.getBoolean("soak") ? 3L << 30 : 192L << 20;

  @TempDir Path folder;

  @Test
  void aLargePackageComesInASmallHeapThoughKilledAndBrokenOff() throws Exception {
    Path target = folder.resolve("package.zip");
    try (Storage storage = new Storage()) {
      Process killed = start(storage, target);
      storage.stalled.await();
      killed.destroyForcibly().waitFor();
      assertThat(target).doesNotExist();

      Process second = start(storage, target);
      String output = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(output).contains("length=" + LENGTH + " ");
      assertThat(second.waitFor()).isZero();

      assertThat(storage.starts).hasSize(3);
      assertThat(storage.starts.get(0)).isZero();
      assertThat(storage.starts.get(1)).as("where the second process began").isPositive();
      assertThat(storage.starts.get(2)).as("after the break").isGreaterThan(storage.starts.get(1));
      assertIsTheObject(target);
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files).containsExactly(target);
      }
    }
  }

  private static Process start(Storage storage, Path target) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx32m",
            "-cp",
            System.getProperty("java.class.path"),
            SmallHeapDownload.class.getName(),
            "http://127.0.0.1:" + storage.server.getLocalPort() + "/package.zip?sig=s",
            target.toString())
        .redirectErrorStream(true)
        .start();
  }

  private static void assertIsTheObject(Path file) throws IOException {
    assertThat(Files.size(file)).isEqualTo(LENGTH);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BLOCK)) {
      for (long at = 0; at < LENGTH; at += BLOCK) {
        assertThat(in.readNBytes(BLOCK)).as("the block at " + at).isEqualTo(block(at));
      }
    }
  }

  /** The bytes of the object from a multiple of the block size on: each block is another. */
  private static byte[] block(long at) {
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    while (block.hasRemaining()) {
      block.putLong((at + block.position()) * 0x9E3779B97F4A7C15L);
    }
    return block.array();
  }

  /** Stalls in its first answer at two fifths, breaks its second off at four, ends the third. */
  private static final class Storage implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Long> starts = new CopyOnWriteArrayList<>();
    private final CountDownLatch stalled = new CountDownLatch(1);

    Storage() throws IOException {
      Thread thread = new Thread(this::serve, "storage");
      thread.setDaemon(true);
      thread.start();
    }

    private void serve() {
      while (!server.isClosed()) {
        try (Socket client = server.accept()) {
          answer(client);
        } catch (IOException e) {
          // The client was killed, or the test is over.
        }
      }
    }

    private void answer(Socket client) throws IOException {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      long from = 0;
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        if (line.toLowerCase(java.util.Locale.ROOT).startsWith("range: bytes=")) {
          from = Long.parseLong(line.substring(13, line.length() - 1));
        }
      }
      starts.add(from);
      OutputStream out = client.getOutputStream();
      String head =
          from == 0
              ? "HTTP/1.1 200 OK\r\n"
              : "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes "
                  + from
                  + "-"
                  + (LENGTH - 1)
                  + "/"
                  + LENGTH
                  + "\r\n";
      out.write(
          (head + "ETag: \"1\"\r\nContent-Length: " + (LENGTH - from) + "\r\n\r\n")
              .getBytes(StandardCharsets.ISO_8859_1));
      long most =
          starts.size() == 1 ? LENGTH / 5 * 2 : starts.size() == 2 ? LENGTH / 5 * 4 : LENGTH;
      for (long at = from; at < most; ) {
        long start = at - at % BLOCK;
        int skipped = (int) (at - start);
        int length = (int) Math.min(BLOCK - skipped, most - at);
        out.write(block(start), skipped, length);
        at += length;
      }
      out.flush();
      if (starts.size() == 1) {
        stalled.countDown();
        in.read(); // until the client is killed
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
