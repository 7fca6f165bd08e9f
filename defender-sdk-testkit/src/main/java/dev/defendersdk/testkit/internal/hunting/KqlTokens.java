package dev.defendersdk.testkit.internal.hunting;

import java.util.List;

/** The tokens of a query, taken one after the other. */
final class KqlTokens {

  private final List<Token> tokens;
  private int at;

  KqlTokens(String query) {
    this.tokens = KqlLexer.tokens(query);
  }

  Token peek() {
    return tokens.get(at);
  }

  Token next() {
    Token token = tokens.get(at);
    if (token.type() != Token.Type.END) {
      at++;
    }
    return token;
  }

  /** Takes the next token if it is this one. */
  boolean take(String symbolOrName) {
    boolean is = peek().is(symbolOrName);
    if (is) {
      at++;
    }
    return is;
  }

  void expect(String symbolOrName) {
    if (!take(symbolOrName)) {
      throw KqlError.syntax(peek().text());
    }
  }

  String name() {
    Token token = next();
    if (token.type() != Token.Type.NAME) {
      throw KqlError.syntax(token.text());
    }
    return token.text();
  }
}
