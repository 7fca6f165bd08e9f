package dev.defendersdk.machineactions.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The project's own lists of facts: lines with columns that are parted by bars. */
final class Facts {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]+}");

  private Facts() {}

  /** The lines of a list, each as its columns; lines that begin with {@code #} are for people. */
  static List<List<String>> read(String file) {
    return resource(file)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> List.of(line.split("\\|", -1)).stream().map(String::strip).toList())
        .toList();
  }

  /** A resource beside this class, or of the class path where it begins with a slash. */
  static String resource(String file) {
    try (InputStream in = Facts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new AssertionError("there is no " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A column that holds several words. */
  static List<String> words(String column) {
    return column.equals("-") ? List.of() : List.of(column.split(" +"));
  }

  /** A path whose placeholders have names in lower case: all else is equal to the letter. */
  static String placeholders(String path) {
    return PLACEHOLDER.matcher(path).replaceAll(m -> m.group().toLowerCase(Locale.ROOT));
  }
}
