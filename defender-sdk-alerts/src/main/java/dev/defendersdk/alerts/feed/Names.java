package dev.defendersdk.alerts.feed;

import dev.defendersdk.core.argument.Check;
import java.util.regex.Pattern;

/** Names of feeds, and of what a store keeps for them: fit for files and for columns of a table. */
final class Names {

  private static final String LEASE = ".lease";
  private static final Pattern OF_FEED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern OF_STORE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

  private Names() {}

  static String ofFeed(String name) {
    if (checked(OF_FEED, name, 64).endsWith(LEASE)) {
      throw new IllegalArgumentException(
          "name is "
              + Check.quote(name)
              + ": a name that ends with "
              + LEASE
              + " is that of another feed's lease. Pass one that ends otherwise.");
    }
    return name;
  }

  /** Under which name a feed's lease is kept. */
  static String ofLease(String feed) {
    return feed + LEASE;
  }

  static String ofStore(String name) {
    return checked(OF_STORE, name, 80);
  }

  private static String checked(Pattern pattern, String name, int most) {
    if (!pattern.matcher(Check.notBlank(name, "name")).matches()) {
      throw new IllegalArgumentException(
          "name is "
              + Check.quote(name)
              + ": it must be of letters, digits, dots, hyphens and underscores, begin with a letter"
              + " or digit, and have at most "
              + most
              + " of them. Pass one such as siem.");
    }
    return name;
  }
}
