package dev.defendersdk.alerts.external;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The steps by which a file grows, one by one: between any two the machine may stop. */
interface Disk {

  Disk REAL =
      new Disk() {
        @Override
        public void makeFolder(Path folder) throws IOException {
          Files.createDirectories(folder); // one that another has just made is as good
        }

        @Override
        public void append(Path file, byte[] bytes) throws IOException {
          ByteBuffer left = ByteBuffer.wrap(bytes);
          try (FileChannel channel =
              FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (left.hasRemaining()) {
              channel.write(left);
            }
          }
        }

        @Override
        public void truncate(Path file, long size) throws IOException {
          try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
          }
        }

        @Override
        public void force(Path file) throws IOException {
          try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
          }
        }

        @Override
        public void forceFolder(Path folder) throws IOException {
          if (File.separatorChar == '\\') {
            return; // Windows opens no folder, and needs none of it
          }
          try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
          }
        }
      };

  /** Makes a folder in one that is there, unless another has just made it. */
  void makeFolder(Path folder) throws IOException;

  /** Adds to a file, and makes it where it is missing. */
  void append(Path file, byte[] bytes) throws IOException;

  void truncate(Path file, long size) throws IOException;

  /** Makes safe what a file holds. */
  void force(Path file) throws IOException;

  /** Makes safe the names of what a folder holds. */
  void forceFolder(Path folder) throws IOException;
}
