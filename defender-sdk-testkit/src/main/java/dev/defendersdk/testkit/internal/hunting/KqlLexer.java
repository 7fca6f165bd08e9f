package dev.defendersdk.testkit.internal.hunting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.internal.api.Json;
import dev.defendersdk.testkit.internal.api.Timestamps;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query into tokens, and reads the literals among them. */
final class KqlLexer {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*~?");
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
  private static final Pattern SPAN = Pattern.compile("(\\d+)(d|h|ms|m|s)(?![A-Za-z0-9_])");
  private static final Pattern CLOCK =
      Pattern.compile("(?:(\\d+)\\.)?(\\d+):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,7}))?");
  private static final Pattern SYMBOL =
      Pattern.compile("==|!=|=~|!~|<=|>=|\\.\\.|!(?=[a-z])|[|()<>,=]");

  private final String text;
  private int at;

  private KqlLexer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    KqlLexer lexer = new KqlLexer(text);
    List<Token> tokens = new ArrayList<>();
    do {
      tokens.add(lexer.next());
    } while (tokens.get(tokens.size() - 1).type() != Token.Type.END);
    return tokens;
  }

  private Token next() {
    skipBlanks();
    if (at == text.length()) {
      return new Token(Token.Type.END, "end", null);
    }
    char c = text.charAt(at);
    if (c == '"' || c == '\'') {
      return literal(string());
    }
    Matcher name = matcher(NAME);
    if (name.lookingAt()) {
      at = name.end();
      return named(name.group());
    }
    Matcher span = matcher(SPAN);
    if (span.lookingAt()) {
      at = span.end();
      return literal(span(Long.parseLong(span.group(1)), span.group(2)));
    }
    Matcher number = matcher(NUMBER);
    if (number.lookingAt()) {
      at = number.end();
      return literal(number(number.group()));
    }
    Matcher symbol = matcher(SYMBOL);
    if (symbol.lookingAt()) {
      at = symbol.end();
      return new Token(Token.Type.SYMBOL, symbol.group(), null);
    }
    throw KqlError.syntax(String.valueOf(c));
  }

  private void skipBlanks() {
    while (at < text.length()) {
      if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else {
        return;
      }
    }
  }

  private Matcher matcher(Pattern pattern) {
    return pattern.matcher(text).region(at, text.length());
  }

  private static Token literal(Object value) {
    return new Token(Token.Type.LITERAL, "", value);
  }

  private Token named(String name) {
    if (name.equals("true") || name.equals("false")) {
      return literal(name.equals("true"));
    }
    boolean opens = at < text.length() && text.charAt(at) == '(';
    return switch (opens ? name : "") {
      case "datetime" -> literal(instant(inside()));
      case "timespan", "time" -> literal(clock(inside()));
      case "long", "int" -> literal(whole(inside()));
      case "real", "double", "decimal" -> literal(number(inside()));
      case "dynamic" -> literal(list(inside()));
      default -> new Token(Token.Type.NAME, name, null);
    };
  }

  /** What stands in the parentheses that open here; strings within may hold others. */
  private String inside() {
    int start = ++at;
    while (at < text.length() && text.charAt(at) != ')') {
      if (text.charAt(at) == '"') {
        String unused = string();
      } else {
        at++;
      }
    }
    if (at == text.length()) {
      throw KqlError.syntax("end");
    }
    return text.substring(start, at++).strip();
  }

  private String string() {
    char quote = text.charAt(at++);
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at++);
      if (c == '\n' || c == '\r') {
        throw KqlError.syntax("a line end in a string");
      }
      value.append(c == '\\' ? escaped() : c);
    }
    if (at == text.length()) {
      throw KqlError.syntax("a string without end");
    }
    at++;
    return value.toString();
  }

  private char escaped() {
    char c = at < text.length() ? text.charAt(at++) : ' ';
    if (c == 'u' && at + 4 <= text.length()) {
      at += 4;
      try {
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
      } catch (NumberFormatException e) {
        throw KqlError.syntax("\\u");
      }
    }
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case '"', '\'', '\\' -> c;
      default -> throw KqlError.syntax("\\" + c);
    };
  }

  private static Instant instant(String text) {
    Instant instant = Timestamps.parse(text);
    if (instant == null) {
      throw KqlError.syntax("datetime(" + text + ")");
    }
    return instant;
  }

  private static Duration clock(String text) {
    Matcher span = SPAN.matcher(text);
    if (span.matches()) {
      return span(Long.parseLong(span.group(1)), span.group(2));
    }
    Matcher clock = CLOCK.matcher(text);
    if (!clock.matches()) {
      throw KqlError.syntax("timespan(" + text + ")");
    }
    String digits = clock.group(5) == null ? "" : clock.group(5);
    return Duration.ofDays(clock.group(1) == null ? 0 : Long.parseLong(clock.group(1)))
        .plusHours(Long.parseLong(clock.group(2)))
        .plusMinutes(Long.parseLong(clock.group(3)))
        .plusSeconds(Long.parseLong(clock.group(4)))
        .plusNanos(Long.parseLong((digits + "000000000").substring(0, 9)));
  }

  private static Duration span(long count, String unit) {
    return switch (unit) {
      case "d" -> Duration.ofDays(count);
      case "h" -> Duration.ofHours(count);
      case "m" -> Duration.ofMinutes(count);
      case "s" -> Duration.ofSeconds(count);
      default -> Duration.ofMillis(count);
    };
  }

  private static Object whole(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      throw KqlError.syntax(text);
    }
  }

  private static Object number(String text) {
    try {
      boolean isWhole = text.chars().allMatch(Character::isDigit);
      return isWhole ? (Object) Long.valueOf(text) : new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw KqlError.syntax(text);
    }
  }

  private static List<Object> list(String text) {
    JsonNode json = Json.read(text.getBytes(StandardCharsets.UTF_8));
    if (json == null || !json.isArray()) {
      throw KqlError.syntax("dynamic(" + text.toLowerCase(Locale.ROOT) + ")");
    }
    List<Object> values = new ArrayList<>();
    for (JsonNode element : json) {
      if (element.isTextual()) {
        values.add(element.textValue());
      } else if (element.isBoolean()) {
        values.add(element.booleanValue());
      } else if (element.isIntegralNumber()) {
        values.add(element.longValue());
      } else {
        throw KqlError.syntax(element.toString());
      }
    }
    return values;
  }
}
