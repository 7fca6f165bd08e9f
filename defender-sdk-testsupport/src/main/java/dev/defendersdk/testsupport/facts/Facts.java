package dev.defendersdk.testsupport.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A module's own lists of facts: lines with columns that are parted by bars. */
public final class Facts {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]+}");

  private final Class<?> beside;

  private Facts(Class<?> beside) {
    this.beside = beside;
  }

  /** The lists that lie beside a class. */
  public static Facts beside(Class<?> type) {
    return new Facts(type);
  }

  /** The lines of a list, each as its columns; lines that begin with {@code #} are for people. */
  public List<List<String>> read(String file) {
    return resource(file)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> List.of(line.split("\\|", -1)).stream().map(String::strip).toList())
        .toList();
  }

  /** What a list leaves out, with the reasons. */
  public Map<String, String> reasons(String file) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (List<String> line : read(file)) {
      if (reasons.put(line.get(0), line.get(1)) != null || line.get(1).isBlank()) {
        throw new AssertionError("twice, or without a reason: " + line);
      }
    }
    return reasons;
  }

  /** A resource beside the class, or of the class path where it begins with a slash. */
  public String resource(String file) {
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new AssertionError("there is no " + file + " beside " + beside);
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
