package dev.defendersdk.core;

import dev.defendersdk.core.argument.Check;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list begins.
 *
 * @param link path and query of the service's next link, or null
 * @param skip how many elements come before it, where the service gives no link
 */
record Position(@Nullable String link, long skip) {

  private static final String LINK = "link:";
  private static final String SKIP = "skip:";

  static Position at(long skip) {
    return new Position(null, skip);
  }

  static Position after(String link) {
    return new Position(link, 0);
  }

  String token() {
    return link == null ? SKIP + skip : LINK + link;
  }

  static Position parse(String token) {
    if (token.startsWith(LINK + "/") && !token.startsWith(LINK + "//")) {
      return after(token.substring(LINK.length()));
    }
    if (token.matches(SKIP + "\\d{1,18}")) {
      return at(Long.parseLong(token.substring(SKIP.length())));
    }
    throw new IllegalArgumentException(
        "resumeToken is "
            + Check.quote(token)
            + ": it must come from a page of the same list. Pass what resumeToken() returned.");
  }
}
