package dev.defendersdk.core;

import dev.defendersdk.core.argument.Check;

/**
 * The User-Agent that partners have to send (partners.md): {@code
 * MdePartner-{Company}-{Product}/{Version}}. The page shows it alone; whether further tokens may
 * follow is not said, so none does.
 */
final class UserAgent {

  // The characters of a token (RFC 9110, section 5.6.2), without the hyphen.
  private static final String NAME = "!#$%&'*+.^_`|~";

  private UserAgent() {}

  static String of(String company, String product, String version) {
    return "MdePartner-"
        + part(company, "company", NAME)
        + "-"
        + part(product, "product", NAME)
        + "/"
        + part(version, "version", NAME + "-");
  }

  // A hyphen within a name would make the split ambiguous; a blank would end the token.
  private static String part(String value, String name, String marks) {
    boolean fits =
        Check.notBlank(value, name)
            .chars()
            .allMatch(c -> (c < 128 && Character.isLetterOrDigit(c)) || marks.indexOf(c) >= 0);
    if (!fits) {
      throw new IllegalArgumentException(
          name
              + " is "
              + Check.quote(value)
              + ": it is part of the User-Agent and must consist of letters, digits and "
              + marks
              + ". Leave other characters out.");
    }
    return value;
  }
}
