package dev.defendersdk.core.internal.json;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Random documents, well formed or damaged. */
final class RandomJson {

  private static final String[] NUMBERS = {
    "0",
    "-0",
    "7",
    "-12",
    "123456789012345678",
    "1234567890123456789",
    "9223372036854775807",
    "-9223372036854775808",
    "9223372036854775808",
    "1234567890123456789012",
    "0.5",
    "-2.50",
    "1e5",
    "1E+5",
    "12.25e-7",
    "0e0",
    "0.1234567890123456789"
  };
  private static final String[] TEXTS = {
    "", "a", "value", "seven b", "eight by", "nine byte", "a text that is longer than sixteen",
    "Zürich", "日本語", "😀", "naïve text, with more behind it", "\\n", "\\\"quoted\\\"", "a\\\\",
    "\\u00e9\\u20AC", "C:\\\\für\\n\\tMärz", "a\\\\\\u20AC\\n", "\\ud83d\\ude00", "\\/path\\/",
        "\\b\\f\\r\\t", "2018-08-02T14:55:03.7791856Z"
  };
  private static final String[] BLANKS = {"", "", "", "", " ", "\n", "\r\n  ", "\t"};
  private static final String DAMAGE = "{}[]\":,\\ \n0123456789.-+eEtrufalsn\u0000\u001f/x";

  private final SplittableRandom random;

  RandomJson(SplittableRandom random) {
    this.random = random;
  }

  byte[] document() {
    StringBuilder text = new StringBuilder();
    value(text, 4);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** With one to three bytes changed, put in, taken out, or with its end cut off. */
  byte[] damaged(byte[] document) {
    byte[] damaged = document;
    for (int i = random.nextInt(1, 4); i > 0 && damaged.length > 0; i--) {
      int at = random.nextInt(damaged.length);
      int kind = random.nextInt(10);
      byte[] put =
          kind == 0
              ? new byte[] {(byte) random.nextInt(256)}
              : kind < 7
                  ? new byte[] {(byte) DAMAGE.charAt(random.nextInt(DAMAGE.length()))}
                  : new byte[0];
      int behind = kind == 9 ? damaged.length : Math.min(damaged.length, at + kind % 3);
      byte[] next = new byte[at + put.length + damaged.length - behind];
      System.arraycopy(damaged, 0, next, 0, at);
      System.arraycopy(put, 0, next, at, put.length);
      System.arraycopy(damaged, behind, next, at + put.length, damaged.length - behind);
      damaged = next;
    }
    return damaged;
  }

  private void value(StringBuilder text, int depth) {
    text.append(one(BLANKS));
    switch (random.nextInt(depth == 0 ? 4 : 7)) {
      case 0 -> text.append(one(NUMBERS));
      case 1, 2 -> string(text);
      case 3 -> text.append(one(new String[] {"true", "false", "null"}));
      case 4, 5 -> object(text, depth - 1);
      default -> array(text, depth - 1);
    }
    text.append(one(BLANKS));
  }

  private void object(StringBuilder text, int depth) {
    text.append('{').append(one(BLANKS));
    for (int i = random.nextInt(5); i > 0; i--) {
      string(text);
      text.append(one(BLANKS)).append(':');
      value(text, depth);
      text.append(i > 1 ? "," : "").append(one(BLANKS));
    }
    text.append('}');
  }

  private void array(StringBuilder text, int depth) {
    text.append('[').append(one(BLANKS));
    for (int i = random.nextInt(5); i > 0; i--) {
      value(text, depth);
      text.append(i > 1 ? "," : "");
    }
    text.append(']');
  }

  private void string(StringBuilder text) {
    text.append('"').append(one(TEXTS)).append('"');
  }

  private String one(String[] of) {
    return of[random.nextInt(of.length)];
  }
}
