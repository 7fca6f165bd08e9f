package dev.defendersdk.core.internal.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks through JSON of which a {@link Scanner} knows that it is well formed, so it checks nothing
 * again. It stands at the first byte of a value, and after reading or skipping it behind the last.
 */
final class Cursor {

  private final byte[] bytes;
  private int at;
  private int end;

  /** At the value that begins at an index. */
  Cursor(byte[] bytes, int at, int end) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  /** Moves to another value. */
  void moveTo(int at, int end) {
    this.at = at;
    this.end = end;
  }

  /** Moves back to a value that it stood at before. */
  void moveBackTo(int position) {
    this.at = position;
  }

  int position() {
    return at;
  }

  /** The first byte of the value: it tells the value's kind. */
  byte kind() {
    return bytes[at];
  }

  boolean isNumber() {
    return bytes[at] == '-' || (bytes[at] >= '0' && bytes[at] <= '9');
  }

  /** Enters an object or an array. */
  void enter() {
    at++;
  }

  /** Moves to the next member or element; leaves the object or array if there is none. */
  boolean more() {
    int b = skipBlanks();
    if (b == ',') {
      at++;
      skipBlanks();
      return true;
    }
    if (b == '}' || b == ']') {
      at++;
      return false;
    }
    return true;
  }

  /** Whether the member has this name, written so; if it has, moves to its value. */
  boolean nameIs(byte[] quotedName) {
    int behind = at + quotedName.length;
    if (behind > end || !Arrays.equals(bytes, at, behind, quotedName, 0, quotedName.length)) {
      return false;
    }
    at = behind;
    toValue();
    return true;
  }

  /** The member's name; moves to its value. */
  String name() {
    String name = text();
    toValue();
    return name;
  }

  /** Reads a string. */
  String text() {
    int start = at + 1;
    int stop = Ascii.endOfPlain(bytes, start, end);
    if (bytes[stop] == '"') {
      at = stop + 1;
      return new String(bytes, start, stop - start, StandardCharsets.ISO_8859_1); // the fastest
    }
    boolean escapes = false;
    for (; bytes[stop] != '"'; stop++) {
      if (bytes[stop] == '\\') {
        escapes = true;
        stop++;
      }
    }
    at = stop + 1;
    return escapes
        ? unescaped(start, stop)
        : new String(bytes, start, stop - start, StandardCharsets.UTF_8);
  }

  /** How long the string is if it is plain ASCII without escapes; else -1. */
  int plainLength() {
    int stop = Ascii.endOfPlain(bytes, at + 1, end);
    return bytes[stop] == '"' ? stop - at - 1 : -1;
  }

  /** The bytes in which the cursor moves: a string's text begins one behind its position. */
  byte[] bytes() {
    return bytes;
  }

  /** Moves behind a string of a plain length. */
  void skipPlain(int length) {
    at += length + 2;
  }

  /** Reads a number: a {@code Long}, a {@code BigInteger} or a {@code BigDecimal}. */
  Number number() {
    boolean negative = bytes[at] == '-';
    int first = negative ? at + 1 : at;
    int i = first;
    long value = 0;
    for (; i < end && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
      value = value * 10 + (bytes[i] - '0');
    }
    if (i - first > 18 || (i < end && isOfNumber(bytes[i]))) {
      return Plain.number(numberText());
    }
    at = i;
    return negative ? -value : value;
  }

  /** Reads a number as it is written. */
  String numberText() {
    int start = at;
    skipNumber();
    return new String(bytes, start, at - start, StandardCharsets.ISO_8859_1);
  }

  /** Skips {@code true}, {@code false} or {@code null}. */
  void skipLiteral() {
    at += bytes[at] == 'f' ? 5 : 4;
  }

  /** Skips the value, whatever it is. */
  void skipValue() {
    int depth = 0;
    do {
      int b = skipBlanks();
      switch (b) {
        case '{', '[' -> {
          depth++;
          at++;
        }
        case '}', ']' -> {
          depth--;
          at++;
        }
        case '"' -> skipText();
        case ',', ':' -> at++;
        case 't', 'f', 'n' -> skipLiteral();
        default -> skipNumber();
      }
    } while (depth > 0);
  }

  private void skipText() {
    int stop = Ascii.endOfPlain(bytes, at + 1, end);
    for (; bytes[stop] != '"'; stop++) {
      if (bytes[stop] == '\\') {
        stop++;
      }
    }
    at = stop + 1;
  }

  private void skipNumber() {
    while (at < end && isOfNumber(bytes[at])) {
      at++;
    }
  }

  private static boolean isOfNumber(byte b) {
    return (b >= '0' && b <= '9') || b == '.' || b == '-' || b == '+' || b == 'e' || b == 'E';
  }

  private void toValue() {
    skipBlanks();
    at++; // the colon
    skipBlanks();
  }

  private int skipBlanks() {
    int b = bytes[at];
    while (b <= ' ') {
      b = bytes[++at];
    }
    return b;
  }

  // Most escapes stand for one byte: the backslashes of paths, and the ends of lines.
  private String unescaped(int start, int stop) {
    byte[] text = new byte[stop - start];
    int length = 0;
    for (int i = start; i < stop; i++) {
      byte b = bytes[i];
      if (b == '\\') {
        b = bytes[++i];
        if (b == 'u') {
          return unescaped(new String(bytes, start, stop - start, StandardCharsets.UTF_8));
        }
        b = (byte) escaped((char) b);
      }
      text[length++] = b;
    }
    return new String(text, 0, length, StandardCharsets.UTF_8);
  }

  private static String unescaped(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char escaped = raw.charAt(++i);
      if (escaped == 'u') {
        text.append((char) Integer.parseInt(raw, i + 1, i + 5, 16));
        i += 4;
      } else {
        text.append(escaped(escaped));
      }
    }
    return text.toString();
  }

  private static char escaped(char c) {
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> c;
    };
  }
}
