package dev.defendersdk.alerts.feed;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The steps by which a file is replaced, one by one: between any two the machine may stop. */
interface Disk {

  Disk REAL =
      new Disk() {
        @Override
        public void write(Path file, byte[] bytes) throws IOException {
          Files.write(file, bytes);
        }

        @Override
        public void force(Path file) throws IOException {
          try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
          }
        }

        @Override
        public void replace(Path file, Path target) throws IOException {
          Files.move(
              file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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

  void write(Path file, byte[] bytes) throws IOException;

  void force(Path file) throws IOException;

  void replace(Path file, Path target) throws IOException;

  void forceFolder(Path folder) throws IOException;
}
