package dev.defendersdk.hunting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a query with places for values: names in braces outside of string literals and
 * comments. Within these, braces are text, so that a value never stands in quotes of the query's
 * own.
 */
final class KqlTemplate {

  // By their order: a comment, the literals of several lines, verbatim ones, others, a place.
  private static final Pattern TOKEN =
      Pattern.compile(
          "//[^\\r\\n]*"
              + "|```.*?(?:```|\\z)|~~~.*?(?:~~~|\\z)"
              + "|@\"(?:[^\"]|\"\")*(?:\"|\\z)|@'(?:[^']|'')*(?:'|\\z)"
              + "|\"(?:[^\"\\\\]|\\\\.)*+(?:\"|\\\\?\\z)|'(?:[^'\\\\]|\\\\.)*+(?:'|\\\\?\\z)"
              + "|\\{([A-Za-z_][A-Za-z0-9_]*)}",
          Pattern.DOTALL);

  /** A piece of text, or the name of a place. */
  private record Piece(String text, boolean isPlace) {}

  private final List<Piece> pieces = new ArrayList<>();
  private final Set<String> names = new LinkedHashSet<>();

  KqlTemplate(String text) {
    int from = 0;
    for (Matcher m = TOKEN.matcher(text); m.find(); ) {
      String name = m.group(1);
      if (name != null) {
        pieces.add(new Piece(text.substring(from, m.start()), false));
        pieces.add(new Piece(name, true));
        names.add(name);
        from = m.end();
      }
    }
    pieces.add(new Piece(text.substring(from), false));
  }

  /** The names of the places, by their order. */
  Set<String> names() {
    return names;
  }

  /** The query, with a literal in each place. */
  String with(Map<String, String> literals) {
    StringBuilder query = new StringBuilder();
    for (Piece piece : pieces) {
      String literal = piece.isPlace() ? literals.get(piece.text()) : piece.text();
      if (literal == null) {
        throw new IllegalArgumentException(
            piece.text()
                + " is missing: the query has a place for it. Set it with with(\""
                + piece.text()
                + "\", …).");
      }
      query.append(literal);
    }
    return query.toString();
  }
}
