package dev.defendersdk.core.internal.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being downloaded: {@code name.part} beside the target, and {@code
 * name.part.state}, which says of what state of the object it is and how much of it is safe on the
 * disk. Whoever holds the lock on the latter writes both. Only what is safe is built on, so that
 * neither a killed process nor a lost power supply leaves a hole.
 */
final class PartFile implements Closeable {

  private static final long BETWEEN_SYNCS = 32L << 20;
  private static final int LARGEST_STATE = 4_096;

  private final Path target;
  private final Path part;
  private final Path stateFile;
  private final FileChannel state;
  private final FileLock lock;
  private final RandomAccessFile data; // no channel: an interrupt would close that amid a write
  private boolean finished;
  private @Nullable Version version;
  private long position;
  private long safe;

  /** Takes up what there is of a target, or begins it. */
  PartFile(Path target) throws IOException {
    this.target = target;
    this.part = target.resolveSibling(target.getFileName() + ".part");
    this.stateFile = target.resolveSibling(target.getFileName() + ".part.state");
    this.state =
        FileChannel.open(
            stateFile,
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      this.lock = lock(state, stateFile);
      this.data = new RandomAccessFile(part.toFile(), "rw");
      takeUp();
    } catch (IOException | RuntimeException e) {
      state.close(); // and the lock with it; a file that was opened beside it goes with the process
      throw e;
    }
  }

  private static FileLock lock(FileChannel channel, Path file) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
    } catch (OverlappingFileLockException e) {
      // Held by another thread of this process.
    }
    throw new IOException(file + " is locked: another download writes to the same target");
  }

  private void takeUp() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LARGEST_STATE);
    while (bytes.hasRemaining() && state.read(bytes, bytes.position()) > 0) {
      // A state is read in one go, as a rule.
    }
    String[] lines =
        new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).split("\n", -1);
    if (lines.length != 5 || !lines[3].equals(checksum(lines[0], lines[1], lines[2]))) {
      return; // none, or half of one: begin anew
    }
    long recorded = Long.parseLong(lines[2]);
    if (recorded <= data.length()) {
      version = new Version(lines[0], Long.parseLong(lines[1]));
      position = recorded;
      safe = recorded;
    }
  }

  /** What it is a part of; null if it is to be begun. */
  @Nullable Version version() {
    return version;
  }

  /** How many bytes of it there are. */
  long position() {
    return position;
  }

  /** Drops what there is and begins with another state of the object. */
  void begin(Version begun) throws IOException {
    state.truncate(0);
    state.force(true);
    data.setLength(0);
    version = begun;
    position = 0;
    record();
  }

  void write(ByteBuffer bytes) throws IOException {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    data.seek(position);
    data.write(copy);
    position += copy.length;
    if (position - safe >= BETWEEN_SYNCS) {
      record();
    }
  }

  // First the bytes, then the word that they are there.
  private void record() throws IOException {
    data.getFD().sync();
    safe = position;
    Version of = version;
    if (of == null || of.etag() == null) {
      return; // it could not be told from another state: whoever comes next begins anew
    }
    String length = Long.toString(of.length());
    String at = Long.toString(position);
    String text =
        of.etag() + "\n" + length + "\n" + at + "\n" + checksum(of.etag(), length, at) + "\n";
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    state.truncate(0);
    for (int written = 0; bytes.hasRemaining(); ) {
      written += state.write(bytes, written);
    }
    state.force(true);
  }

  /** Makes it the target, in one step. */
  void finish() throws IOException {
    data.setLength(position);
    data.getFD().sync();
    data.close();
    finished = true;
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncDirectory();
    version = null;
    state.truncate(0);
    Files.deleteIfExists(stateFile);
  }

  // The new name is safe, too, once the directory is. Not all systems let one open it.
  private void syncDirectory() {
    try (FileChannel directory =
        FileChannel.open(target.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      directory.force(true);
    } catch (IOException e) {
      // Then it is as safe as the system makes it.
    }
  }

  /** Lets go of it, for another time: also in a thread that is interrupted. */
  @Override
  public void close() throws IOException {
    boolean interrupted = Thread.interrupted(); // a channel would be closed by it
    try {
      letGo();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void letGo() throws IOException {
    try (state;
        lock;
        data) {
      if (!finished && version != null) {
        record();
      }
    }
  }

  private static String checksum(String etag, String length, String position) {
    CRC32 crc = new CRC32();
    crc.update((etag + "\n" + length + "\n" + position).getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }
}
