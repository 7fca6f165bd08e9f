package dev.defendersdk.testkit.internal.hunting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of a query: comparisons, joined by and, or and parentheses. */
final class KqlExpressions {

  private static final Set<String> COMPARISONS =
      Set.of(
          "==",
          "!=",
          "<",
          "<=",
          ">",
          ">=",
          "=~",
          "!~",
          "has",
          "contains",
          "startswith",
          "endswith");

  private final KqlTokens tokens;
  private final Map<String, Kind> columns;
  private final Instant now;

  KqlExpressions(KqlTokens tokens, Map<String, Kind> columns, Instant now) {
    this.tokens = tokens;
    this.columns = columns;
    this.now = now;
  }

  /** A value, given the row. */
  private interface Operand extends Function<Map<String, @Nullable Object>, @Nullable Object> {}

  Predicate<Map<String, @Nullable Object>> condition() {
    Predicate<Map<String, @Nullable Object>> any = conjunction();
    while (tokens.take("or")) {
      any = any.or(conjunction());
    }
    return any;
  }

  private Predicate<Map<String, @Nullable Object>> conjunction() {
    Predicate<Map<String, @Nullable Object>> all = comparison();
    while (tokens.take("and")) {
      all = all.and(comparison());
    }
    return all;
  }

  private Predicate<Map<String, @Nullable Object>> comparison() {
    if (tokens.take("(")) {
      Predicate<Map<String, @Nullable Object>> inner = condition();
      tokens.expect(")");
      return inner;
    }
    Operand left = operand();
    boolean not = tokens.take("!");
    String operator = tokens.next().text();
    if (operator.equals("in") || operator.equals("in~")) {
      Operand values = list();
      boolean anyCase = operator.equals("in~");
      return row ->
          KqlCompare.isIn(left.apply(row), (Collection<?>) values.apply(row), anyCase) != not;
    }
    if (operator.equals("between")) {
      tokens.expect("(");
      Operand from = operand();
      tokens.expect("..");
      Operand to = operand();
      tokens.expect(")");
      return row ->
          (KqlCompare.test(">=", left.apply(row), from.apply(row))
                  && KqlCompare.test("<=", left.apply(row), to.apply(row)))
              != not;
    }
    if (!COMPARISONS.contains(operator)) {
      throw KqlError.syntax(operator);
    }
    Operand right = operand();
    String whole = not ? "!" + operator : operator;
    return row -> KqlCompare.test(whole, left.apply(row), right.apply(row));
  }

  private Operand list() {
    tokens.expect("(");
    List<@Nullable Object> values = new ArrayList<>();
    do {
      Token token = tokens.next();
      if (token.type() != Token.Type.LITERAL) {
        throw KqlError.syntax(token.text());
      }
      if (token.value() instanceof List<?> several) {
        values.addAll(several);
      } else {
        values.add(token.value());
      }
    } while (tokens.take(","));
    tokens.expect(")");
    return row -> values;
  }

  private Operand operand() {
    Token token = tokens.next();
    if (token.type() == Token.Type.LITERAL) {
      Object value = token.value();
      return row -> value;
    }
    if (token.type() != Token.Type.NAME) {
      throw KqlError.syntax(token.text());
    }
    String name = token.text();
    if (!tokens.take("(")) {
      if (!columns.containsKey(name)) {
        throw KqlError.semantic(
            "where", "Failed to resolve scalar expression named '" + name + "'");
      }
      return row -> row.get(name);
    }
    return switch (name) {
      case "now" -> {
        tokens.expect(")");
        yield row -> now;
      }
      case "ago" -> {
        if (!(tokens.next().value() instanceof Duration span)) {
          throw KqlError.semantic("where", "ago() takes a timespan");
        }
        tokens.expect(")");
        yield row -> now.minus(span);
      }
      default -> throw KqlError.semantic("where", "Unknown function: '" + name + "'");
    };
  }
}
