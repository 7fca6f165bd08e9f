package dev.defendersdk.indicators.csv;

import dev.defendersdk.core.argument.Check;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Reads and writes indicators in the form of CSV that Microsoft's portal imports. Page:
 * indicator-manage.md. A row that is no indicator does not keep the others from being read:
 *
 * <pre>{@code
 * List<NewIndicator> desired = new ArrayList<>();
 * try (CsvReading rows = IndicatorCsv.read(Path.of("indicators.csv"), Instant.now())) {
 *   for (CsvRow row : rows) {
 *     row.indicator().ifPresent(desired::add);
 *     row.problems().forEach(problem -> System.err.println(problem));
 *   }
 * }
 * }</pre>
 *
 * <p>And out of what a tenant holds, in files that the portal takes:
 *
 * <pre>{@code
 * try (CsvWriting files = IndicatorCsv.writeFiles(Path.of("export"), "contoso", Instant.now())) {
 *   indicators.forEach(files::add);
 *   files.omissions().forEach(omission -> System.err.println(omission));
 * }
 * }</pre>
 *
 * <h2>The form</h2>
 *
 * <p>A header, by whose names the columns are found, in any order and case: {@code indicatorType},
 * {@code indicatorValue}, {@code action}, {@code title} and {@code description}, in which every row
 * has a value; and {@code expirationTime} (UTC, {@code 2027-01-31T23:59:59.0Z}), {@code severity},
 * {@code recommendedActions}, {@code rbacGroups} and {@code mitretechniques} (separated by commas),
 * {@code category}, and {@code GenerateAlert} ({@code True} or {@code False}). Quotes are those of
 * RFC 4180. The portal takes 500 rows of a file, and neither {@code FileMd5} nor {@code
 * CertificateThumbprint}; here both are read, in any number, since the API takes them.
 *
 * <p>A cell that begins with {@code =}, {@code +}, {@code -} or {@code @} is written as it is, for
 * the portal would take a mark before it as a part of the text. A spreadsheet takes it for a
 * formula: do not open files there whose titles and descriptions come from others.
 */
public final class IndicatorCsv {

  private IndicatorCsv() {}

  /**
   * Reads a file of UTF-8, with a byte order mark or without.
   *
   * @param now when what has expired by then is no indicator any more
   * @throws IllegalArgumentException if an argument is null, or the first row is no header of the
   *     form
   * @throws UncheckedIOException if the file cannot be read
   */
  public static CsvReading read(Path file, Instant now) {
    Check.notNull(file, "file");
    Check.notNull(now, "now");
    try {
      Reader reader = Files.newBufferedReader(file);
      try {
        return new CsvReading(reader, true, now);
      } catch (RuntimeException e) {
        reader.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a text, which stays its owner's to close.
   *
   * @param now when what has expired by then is no indicator any more
   * @throws IllegalArgumentException if an argument is null, or the first row is no header of the
   *     form
   * @throws UncheckedIOException if the text cannot be read
   */
  public static CsvReading read(Reader reader, Instant now) {
    return new CsvReading(Check.notNull(reader, "reader"), false, Check.notNull(now, "now"));
  }

  /**
   * Writes a file of UTF-8 with any number of rows. It must not be there yet.
   *
   * @param now from when durations count, and what has expired is left out
   * @throws IllegalArgumentException if an argument is null
   */
  public static CsvWriting write(Path file, Instant now) {
    return new CsvWriting(CsvParts.one(Check.notNull(file, "file")), Check.notNull(now, "now"));
  }

  /**
   * Writes a text with any number of rows. The writer is flushed, and stays its owner's to close.
   *
   * @param now from when durations count, and what has expired is left out
   * @throws IllegalArgumentException if an argument is null
   */
  public static CsvWriting write(Writer writer, Instant now) {
    return new CsvWriting(CsvParts.one(Check.notNull(writer, "writer")), Check.notNull(now, "now"));
  }

  /**
   * Writes files of 500 rows, which is what the portal takes: {@code name-001.csv}, {@code
   * name-002.csv} and so on, in a folder, which is made if it is missing. None of them must be
   * there yet: of a longer list that was written before, some would stay. Without rows there is no
   * file.
   *
   * @param name what the files' names begin with
   * @param now from when durations count, and what has expired is left out
   * @throws IllegalArgumentException if an argument is null, or the name is blank or has a slash
   */
  public static CsvWriting writeFiles(Path folder, String name, Instant now) {
    Check.notNull(folder, "folder");
    Check.notBlank(name, "name");
    if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
      throw new IllegalArgumentException(
          "name is "
              + Check.quote(name)
              + ": it must be that of files in the folder, without a slash. Pass another folder.");
    }
    return new CsvWriting(CsvParts.files(folder, name), Check.notNull(now, "now"));
  }
}
