package dev.defendersdk.core.internal.json;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads JSON through without making anything of it, and refuses what is not well formed: structure,
 * strings and their escapes, numbers, literals and UTF-8. What it lets pass a {@link Cursor} reads
 * without failing. It refuses more than the standard asks where a reader would be in danger: too
 * deep a nesting, too long a number.
 */
final class Scanner {

  private static final int MOST_DEPTH = 1_000;
  private static final int MOST_NUMBER_LENGTH = 1_000;
  private static final int MOST_EXPONENT_DIGITS = 9;
  private static final int END = -1;

  private final InputStream in;
  private final byte[] buffer;
  private long before;
  private int at;
  private int end;
  private int depth;

  /** Of a stream, in UTF-8, with or without a byte order mark. */
  Scanner(InputStream in) throws IOException {
    this(in, new byte[16 * 1024], 0);
  }

  /** Of a whole text. */
  Scanner(byte[] text) throws IOException {
    this(InputStream.nullInputStream(), text, text.length);
  }

  private Scanner(InputStream in, byte[] buffer, int end) throws IOException {
    this.in = in;
    this.buffer = buffer;
    this.end = end;
    int first = next();
    if (first == 0xEF) { // a byte order mark
      expectUtf8(next() == 0xBB && next() == 0xBF);
    } else if (first != END) {
      back();
    }
  }

  /** How many bytes were read. */
  long position() {
    return before + at;
  }

  /** The next byte that is no blank; -1 at the end. */
  int nextNonBlank() throws IOException {
    int b = next();
    while (b <= ' ' && (b == ' ' || b == '\n' || b == '\r' || b == '\t')) {
      b = next();
    }
    return b;
  }

  /** Makes the last byte the next one again. */
  private void back() {
    at--;
  }

  /** The next byte; -1 at the end. */
  int next() throws IOException {
    return at < end ? buffer[at++] & 0xFF : nextOfNextPart();
  }

  /** Reads the rest of the value that begins with a byte. */
  void value(int first) throws IOException {
    switch (first) {
      case '"' -> string();
      case '{' -> object();
      case '[' -> array();
      case 't' -> literal("true");
      case 'f' -> literal("false");
      case 'n' -> literal("null");
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(first);
      default -> throw malformed("no value");
    }
  }

  /** Refuses what is not the byte that should be here. */
  void expect(int expected, int found) throws IOException {
    if (found != expected) {
      throw malformed("no " + (char) expected);
    }
  }

  IOException malformed(String what) {
    return new IOException("the JSON is malformed: " + what + " at byte " + position());
  }

  private void object() throws IOException {
    enter();
    int b = nextNonBlank();
    if (b != '}') {
      expect('"', b);
      member();
      for (b = nextNonBlank(); b == ','; b = nextNonBlank()) {
        expect('"', nextNonBlank());
        member();
      }
      expect('}', b);
    }
    depth--;
  }

  private void member() throws IOException {
    string();
    expect(':', nextNonBlank());
    value(nextNonBlank());
  }

  private void array() throws IOException {
    enter();
    int b = nextNonBlank();
    if (b != ']') {
      value(b);
      for (b = nextNonBlank(); b == ','; b = nextNonBlank()) {
        value(nextNonBlank());
      }
      expect(']', b);
    }
    depth--;
  }

  private void enter() throws IOException {
    if (++depth > MOST_DEPTH) {
      throw malformed("nested deeper than " + MOST_DEPTH);
    }
  }

  private void string() throws IOException {
    while (true) {
      at = Ascii.endOfPlain(buffer, at, end);
      int b = next();
      if (b == '"') {
        return;
      }
      if (b == '\\') {
        escape();
      } else if (b >= 0x80) {
        sequence(b);
      } else if (b < ' ') {
        throw malformed("a string without end, or with a control character,");
      }
    }
  }

  private void escape() throws IOException {
    switch (next()) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {}
      case 'u' -> {
        for (int i = 0; i < 4; i++) {
          if (Character.digit(next(), 16) < 0) {
            throw malformed("no escape");
          }
        }
      }
      default -> throw malformed("no escape");
    }
  }

  // The well-formed sequences of UTF-8 are a table of the Unicode standard (3.9, table 3-7).
  private void sequence(int lead) throws IOException {
    int second = next();
    int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    int further = lead < 0xE0 ? 0 : lead < 0xF0 ? 1 : 2;
    boolean whole = lead >= 0xC2 && lead <= 0xF4 && second >= least && second <= most;
    for (int i = 0; i < further && whole; i++) {
      whole = (next() & 0xC0) == 0x80;
    }
    expectUtf8(whole);
  }

  private void expectUtf8(boolean is) throws IOException {
    if (!is) {
      throw malformed("no UTF-8");
    }
  }

  private void literal(String word) throws IOException {
    for (int i = 1; i < word.length(); i++) {
      expect(word.charAt(i), next());
    }
  }

  private void number(int first) throws IOException {
    long start = position() - 1;
    int b = first == '-' ? next() : first;
    b = b == '0' ? next() : digits(b);
    if (b == '.') {
      b = digits(next());
    }
    if (b == 'e' || b == 'E') {
      b = next();
      b = b == '+' || b == '-' ? next() : b;
      long exponent = position() - 1;
      b = digits(b);
      if (positionOf(b) - exponent > MOST_EXPONENT_DIGITS) {
        throw malformed("too large an exponent");
      }
    }
    if (positionOf(b) - start > MOST_NUMBER_LENGTH) {
      throw malformed("too long a number");
    }
    if (b != END) {
      back();
    }
  }

  /** Where the last byte was, or the end. */
  private long positionOf(int last) {
    return last == END ? position() : position() - 1;
  }

  /** Reads one digit or more, and returns what comes after them. */
  private int digits(int first) throws IOException {
    int b = first;
    if (b < '0' || b > '9') {
      throw malformed("no digit");
    }
    while (b >= '0' && b <= '9') {
      b = next();
    }
    return b;
  }

  private int nextOfNextPart() throws IOException {
    before += end;
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end == 0 ? END : buffer[at++] & 0xFF;
  }
}
