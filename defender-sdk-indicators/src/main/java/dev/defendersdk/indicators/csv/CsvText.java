package dev.defendersdk.indicators.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text of RFC 4180, row by row: quoted cells of any number of lines, quotes in them doubled, rows
 * that end with CRLF, LF or CR, and a byte order mark. A row whose quotes do not add up costs its
 * first line alone: reading goes on with the next one, so that one quote that is never closed does
 * not swallow the rows behind it.
 */
final class CsvText {

  /**
   * A row.
   *
   * @param number its number, from 1, as spreadsheets count
   * @param line the line of the text in which it begins, from 1
   * @param cells its cells; those before the broken one, if it is broken
   * @param broken the cell that is broken, as far as it was read; null if none is
   * @param reason what is wrong with it
   */
  record Row(
      int number, int line, List<String> cells, @Nullable String broken, @Nullable String reason) {

    boolean isBlank() {
      return broken == null && cells.stream().allMatch(String::isBlank);
    }
  }

  // So much at most is read of a row: a cell of a spreadsheet has 32,767 characters at most, and
  // what is longer begins with a quote that is not closed.
  private static final int LONGEST = 200_000;
  private static final int CHUNK = 8_192;
  private static final int END = -1;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader reader;
  private final char[] chunk = new char[CHUNK];
  // What was read and is not yet behind us. A row is kept until its end: if it is broken, its
  // second line is read again as a row of its own.
  private final StringBuilder held = new StringBuilder();
  private int from;
  private int at;
  private boolean ended;
  private int number;
  private int line = 1;

  CsvText(Reader reader) {
    this.reader = reader;
  }

  /** The next row; null at the end. */
  @Nullable Row next() throws IOException {
    forget();
    if (number == 0 && peek() == BYTE_ORDER_MARK) {
      from = 1;
      at = 1;
    }
    if (peek() == END) {
      return null;
    }
    number++;
    int firstLine = line;
    List<String> cells = new ArrayList<>();
    while (true) {
      StringBuilder cell = new StringBuilder();
      String reason = peek() == '"' ? quoted(cell) : plain(cell);
      if (reason != null) {
        skipFirstLine();
        return new Row(number, firstLine, List.copyOf(cells), cell.toString(), reason);
      }
      cells.add(cell.toString());
      if (peek() != ',') {
        break;
      }
      at++;
    }
    endLine();
    for (int i = from; i < at; i++) {
      line += isLineEnd(i) ? 1 : 0;
    }
    from = at;
    return new Row(number, firstLine, List.copyOf(cells), null, null);
  }

  private @Nullable String plain(StringBuilder cell) throws IOException {
    while (peek() != ',' && !isEndOfRow()) {
      if (peek() == '"') {
        return "it has a quote, and does not begin with one. Begin and end it with a quote, and write"
            + " those within twice.";
      }
      cell.append((char) peek());
      at++;
      if (at - from > LONGEST) {
        return tooLong();
      }
    }
    return null;
  }

  private @Nullable String quoted(StringBuilder cell) throws IOException {
    at++;
    while (true) {
      int c = peek();
      if (c == END) {
        return "its quote is not closed. Close it.";
      }
      if (at - from > LONGEST) {
        return tooLong();
      }
      at++;
      if (c == '"') {
        if (peek() != '"') {
          break;
        }
        at++;
      }
      cell.append((char) c);
    }
    return peek() == ',' || isEndOfRow()
        ? null
        : "its quote is closed before its end. Write quotes within a quoted cell twice.";
  }

  private static String tooLong() {
    return "the row has more than "
        + LONGEST
        + " characters, as if a quote were not closed. Close it.";
  }

  private void skipFirstLine() throws IOException {
    at = from;
    while (!isEndOfRow()) {
      at++;
      from = at;
      forget();
    }
    endLine();
    from = at;
    line++;
  }

  private void endLine() throws IOException {
    int c = peek();
    if (c != END) {
      at++;
      if (c == '\r' && peek() == '\n') {
        at++;
      }
    }
  }

  /** Whether a line ends with this character, of which CRLF has two. */
  private boolean isLineEnd(int index) {
    char c = held.charAt(index);
    return c == '\n'
        || (c == '\r' && (index + 1 == held.length() || held.charAt(index + 1) != '\n'));
  }

  private boolean isEndOfRow() throws IOException {
    int c = peek();
    return c == END || c == '\n' || c == '\r';
  }

  private int peek() throws IOException {
    while (at >= held.length() && !ended) {
      int count = reader.read(chunk);
      ended = count < 0;
      held.append(chunk, 0, Math.max(0, count));
    }
    return at < held.length() ? held.charAt(at) : END;
  }

  private void forget() {
    if (from > CHUNK) {
      held.delete(0, from);
      at -= from;
      from = 0;
    }
  }
}
