package dev.defendersdk.indicators.csv;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where a CSV is written to: one text, or files of so many rows. */
final class CsvParts {

  /** How many rows the portal imports from one file: indicator-manage.md. */
  private static final int ROWS_OF_A_FILE = 500;

  private interface Opener {
    Writer open(int part) throws IOException;
  }

  private final Opener opener;
  private final boolean one;
  private int part;

  private CsvParts(Opener opener, boolean one) {
    this.opener = opener;
    this.one = one;
  }

  /** One text, which is not closed. */
  static CsvParts one(Writer writer) {
    return new CsvParts(
        part ->
            new FilterWriter(writer) {
              @Override
              public void close() throws IOException {
                flush();
              }
            },
        true);
  }

  /** One file. */
  static CsvParts one(Path file) {
    return new CsvParts(part -> created(file), true);
  }

  /** Files of as many rows as the portal takes, numbered from 1. */
  static CsvParts files(Path folder, String name) {
    return new CsvParts(
        part -> {
          Files.createDirectories(folder);
          return created(folder.resolve("%s-%03d.csv".formatted(name, part)));
        },
        false);
  }

  // Never over another: the last files of a longer list would stay beside those of a shorter one.
  private static Writer created(Path file) throws IOException {
    return Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Begins a part; it is closed before the next one. */
  Writer begin() throws IOException {
    part++;
    return opener.open(part);
  }

  /** Whether the next row begins another part, after so many rows in all. */
  boolean isFull(int rows) {
    return !one && rows % ROWS_OF_A_FILE == 0;
  }

  /** Whether there is a part where there are no rows. */
  boolean isOne() {
    return one;
  }
}
