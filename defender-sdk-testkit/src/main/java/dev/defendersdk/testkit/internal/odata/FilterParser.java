package dev.defendersdk.testkit.internal.odata;

import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Timestamps;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a {@code $filter}: operators and property names in any case. */
final class FilterParser {

  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final Set<String> TEXT_FUNCTIONS = Set.of("startswith", "endswith", "contains");

  private final Schema schema;
  private final List<Lexer.Token> tokens;
  private final Set<String> variables = new HashSet<>();
  private int position;

  private FilterParser(Schema schema, String text) {
    this.schema = schema;
    this.tokens = Lexer.cut(text);
  }

  /**
   * Reads the filter.
   *
   * @throws ApiError {@code ODataError} if it cannot be read or names what cannot be filtered by
   */
  static Filter parse(Schema schema, String text) {
    FilterParser parser = new FilterParser(schema, text);
    Filter filter = parser.or();
    parser.expect(parser.peek().type() == Lexer.Type.END);
    return filter;
  }

  private Filter or() {
    Filter left = and();
    while (takeWord("or")) {
      left = new Filter.Or(left, and());
    }
    return left;
  }

  private Filter and() {
    Filter left = not();
    while (takeWord("and")) {
      left = new Filter.And(left, not());
    }
    return left;
  }

  private Filter not() {
    if (takeWord("not")) {
      Filter inner = not();
      return (row, bound) -> !inner.matches(row, bound);
    }
    return condition();
  }

  private Filter condition() {
    if (takeMark('(')) {
      Filter inner = or();
      expect(takeMark(')'));
      return inner;
    }
    String function = peek().text().toLowerCase(Locale.ROOT);
    if (TEXT_FUNCTIONS.contains(function) && tokens.get(position + 1).isMark('(')) {
      position += 2;
      return textFunction(function);
    }
    Filter.Operand left = operand();
    if (takeMark('/')) {
      return any(left);
    }
    if (takeWord("in")) {
      return in(left);
    }
    Lexer.Token operator = next();
    Comparison comparison =
        operator.type() == Lexer.Type.WORD ? Comparison.of(operator.text()) : null;
    if (comparison == null) {
      if (left.kind() == Kind.TRUTH && !left.isLiteral()) {
        position--;
        return (row, bound) -> Boolean.TRUE.equals(left.value(row, bound));
      }
      throw unreadable(operator);
    }
    Filter.Operand right = operand();
    Comparison.check(left, right, operator.text());
    return new Filter.Compared(left, comparison, right);
  }

  private Filter textFunction(String function) {
    Filter.Operand text = operand();
    expect(takeMark(','));
    Filter.Operand part = operand();
    expect(takeMark(')'));
    if (text.kind() != Kind.TEXT || part.kind() != Kind.TEXT) {
      throw ApiError.odata("No function signature for the function with name '" + function + "'");
    }
    return (row, bound) -> {
      Object whole = text.value(row, bound);
      Object wanted = part.value(row, bound);
      if (whole == null || wanted == null) {
        return false;
      }
      String in = whole.toString();
      String what = wanted.toString();
      return switch (function) {
        case "startswith" -> in.startsWith(what);
        case "endswith" -> in.endsWith(what);
        default -> in.contains(what);
      };
    };
  }

  private Filter any(Filter.Operand list) {
    expect(list.kind() == Kind.TEXTS && takeWord("any") && takeMark('('));
    if (takeMark(')')) {
      return (row, bound) -> !values(list, row).isEmpty();
    }
    String variable = next().text();
    expect(takeMark(':') && variables.add(variable));
    Filter inner = or();
    expect(takeMark(')'));
    variables.remove(variable);
    return (row, bound) -> {
      for (Object value : values(list, row)) {
        Map<String, Object> more = new HashMap<>(bound);
        more.put(variable, value);
        if (inner.matches(row, more)) {
          return true;
        }
      }
      return false;
    };
  }

  private static List<?> values(Filter.Operand list, Row row) {
    return list.value(row, Map.of()) instanceof List<?> values ? values : List.of();
  }

  private Filter in(Filter.Operand left) {
    expect(takeMark('('));
    List<@Nullable Object> values = new ArrayList<>();
    do {
      Filter.Operand value = operand();
      expect(value.isLiteral());
      Comparison.check(left, value, "in");
      values.add(value.literal());
    } while (takeMark(','));
    expect(takeMark(')'));
    return (row, bound) -> {
      Object value = left.value(row, bound);
      return values.stream().anyMatch(other -> Comparison.EQ.holds(value, other));
    };
  }

  private Filter.Operand operand() {
    Lexer.Token token = next();
    if (token.type() == Lexer.Type.TEXT) {
      return Filter.Operand.ofLiteral(Kind.TEXT, token.text());
    }
    expect(token.type() == Lexer.Type.WORD);
    String word = token.text();
    if (variables.contains(word)) {
      return Filter.Operand.ofVariable(word);
    }
    Property property = schema.find(word);
    if (property == null) {
      return literal(token);
    }
    if (!property.filterable()) {
      throw ApiError.odata(
          "The property '" + property.name() + "' cannot be used in the $filter query option.");
    }
    return Filter.Operand.ofProperty(property);
  }

  private static Filter.Operand literal(Lexer.Token token) {
    String text = token.text();
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "null" -> Filter.Operand.ofLiteral(Kind.OTHER, null);
      case "true" -> Filter.Operand.ofLiteral(Kind.TRUTH, true);
      case "false" -> Filter.Operand.ofLiteral(Kind.TRUTH, false);
      default -> typedLiteral(text);
    };
  }

  private static Filter.Operand typedLiteral(String text) {
    if (GUID.matcher(text).matches()) {
      return Filter.Operand.ofLiteral(Kind.TEXT, text.toLowerCase(Locale.ROOT));
    }
    Instant instant = Timestamps.parse(text);
    if (instant != null) {
      return Filter.Operand.ofLiteral(Kind.TIME, instant);
    }
    try {
      return Filter.Operand.ofLiteral(Kind.NUMBER, new BigDecimal(text));
    } catch (NumberFormatException e) {
      throw ApiError.odata("Could not find a property named '" + text + "'.");
    }
  }

  private Lexer.Token peek() {
    return tokens.get(position);
  }

  private Lexer.Token next() {
    Lexer.Token token = tokens.get(position);
    expect(token.type() != Lexer.Type.END);
    position++;
    return token;
  }

  private boolean takeWord(String word) {
    boolean taken = peek().isWord(word);
    position += taken ? 1 : 0;
    return taken;
  }

  private boolean takeMark(char mark) {
    boolean taken = peek().isMark(mark);
    position += taken ? 1 : 0;
    return taken;
  }

  private void expect(boolean truth) {
    if (!truth) {
      throw unreadable(peek());
    }
  }

  private static ApiError unreadable(Lexer.Token token) {
    return ApiError.odata("Syntax error in the filter at '" + token.text() + "'.");
  }
}
