package dev.defendersdk.testkit.internal.actions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An investigation package: a zip with some of the folders of a Windows machine's, about 100 KB.
 * Page: get-package-sas-uri.md.
 */
final class InvestigationPackage {

  private static final List<String> FOLDERS =
      List.of("Autoruns", "Network connections", "Processes", "Services", "System Information");
  private static final int NOISE = 20_000;

  private InvestigationPackage() {}

  static byte[] of(String machineId, String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SplittableRandom random = new SplittableRandom(machineId.hashCode());
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String folder : FOLDERS) {
        zip.putNextEntry(new ZipEntry(folder + "/" + folder + ".txt"));
        zip.write((folder + " of " + name + "\n").getBytes(StandardCharsets.UTF_8));
        byte[] noise = new byte[NOISE];
        for (int i = 0; i < NOISE; i++) {
          noise[i] = (byte) random.nextInt();
        }
        zip.write(noise);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
