package dev.defendersdk.testkit.internal.hunting;

import org.jspecify.annotations.Nullable;

/**
 * A token of a query.
 *
 * @param text as written; of a name or a symbol
 * @param value of a literal
 */
record Token(Type type, String text, @Nullable Object value) {

  enum Type {
    NAME,
    LITERAL,
    SYMBOL,
    END
  }

  boolean is(String symbolOrName) {
    return type != Type.LITERAL && text.equals(symbolOrName);
  }
}
