package dev.defendersdk.core;

import dev.defendersdk.core.argument.Check;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list begins: after so many elements that are skipped, or at a link, which
 * stands in a chain of links that began after so many.
 *
 * @param link path and query of the service's next link, or null
 * @param skip how many elements come before it, or before its chain of links
 * @param came how many elements its chain of links gave before it; 0 without a link
 */
record Position(@Nullable String link, long skip, long came) {

  private static final Pattern TOKEN =
      Pattern.compile(
          "skip:(?<skip>\\d{1,18})|link:(?<from>\\d{1,18})\\+(?<came>\\d{1,18}):(?<link>/(?!/).*)");

  static Position at(long skip) {
    return new Position(null, skip, 0);
  }

  String token() {
    return link == null ? "skip:" + skip : "link:" + skip + "+" + came + ":" + link;
  }

  /** What is asked for there: the same again is a circle, however much came before. */
  String place() {
    return link == null ? token() : link;
  }

  static Position parse(String token) {
    Matcher parts = TOKEN.matcher(token);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "resumeToken is "
              + Check.quote(token)
              + ": it must come from a page of the same list. Pass what resumeToken() returned.");
    }
    return parts.group("link") == null
        ? at(Long.parseLong(parts.group("skip")))
        : new Position(
            parts.group("link"),
            Long.parseLong(parts.group("from")),
            Long.parseLong(parts.group("came")));
  }
}
