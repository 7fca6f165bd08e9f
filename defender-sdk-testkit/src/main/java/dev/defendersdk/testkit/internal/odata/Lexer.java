package dev.defendersdk.testkit.internal.odata;

import dev.defendersdk.testkit.internal.api.ApiError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a filter into words, texts and marks. */
final class Lexer {

  enum Type {
    WORD,
    TEXT,
    MARK,
    END
  }

  record Token(Type type, String text) {

    boolean isWord(String word) {
      return type == Type.WORD && text.toLowerCase(Locale.ROOT).equals(word);
    }

    boolean isMark(char mark) {
      return type == Type.MARK && text.charAt(0) == mark;
    }
  }

  private Lexer() {}

  static List<Token> cut(String filter) {
    List<Token> tokens = new ArrayList<>();
    int i = 0;
    while (i < filter.length()) {
      char c = filter.charAt(i);
      if (Character.isWhitespace(c)) {
        i++;
      } else if (c == '\'') {
        StringBuilder text = new StringBuilder();
        i = readText(filter, i + 1, text);
        tokens.add(new Token(Type.TEXT, text.toString()));
      } else if ("(),/:".indexOf(c) >= 0) {
        tokens.add(new Token(Type.MARK, String.valueOf(c)));
        i++;
      } else if (isWordPart(c)) {
        int end = i;
        while (end < filter.length() && isWordPart(filter.charAt(end))) {
          end++;
        }
        tokens.add(new Token(Type.WORD, wordAt(filter, i, end)));
        i += tokens.get(tokens.size() - 1).text().length();
      } else {
        throw ApiError.odata("Syntax error: character '" + c + "' is not valid at position " + i);
      }
    }
    tokens.add(new Token(Type.END, ""));
    return tokens;
  }

  /** A colon is part of a timestamp and otherwise a mark of its own. */
  private static String wordAt(String filter, int start, int end) {
    String word = filter.substring(start, end);
    return Character.isDigit(word.charAt(0)) || word.indexOf(':') < 0
        ? word
        : word.substring(0, word.indexOf(':'));
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || "_-.+@$:".indexOf(c) >= 0;
  }

  /** Reads up to the closing quote, a doubled one being one quote; returns where it goes on. */
  private static int readText(String filter, int start, StringBuilder text) {
    int i = start;
    while (i < filter.length()) {
      char c = filter.charAt(i);
      if (c != '\'') {
        text.append(c);
        i++;
      } else if (i + 1 < filter.length() && filter.charAt(i + 1) == '\'') {
        text.append('\'');
        i += 2;
      } else {
        return i + 1;
      }
    }
    throw ApiError.odata("There is an unterminated string literal in the filter");
  }
}
