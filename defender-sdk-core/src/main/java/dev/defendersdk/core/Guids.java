package dev.defendersdk.core;

import dev.defendersdk.core.argument.Check;
import java.util.regex.Pattern;

/** Ids of tenants and applications. */
final class Guids {

  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Guids() {}

  static boolean isGuid(String value) {
    return GUID.matcher(value).matches();
  }

  static String check(String value, String name) {
    String given = Check.notBlank(value, name);
    if (!isGuid(given)) {
      throw new IllegalArgumentException(
          name
              + " is "
              + Check.quote(given)
              + ": it must be a GUID. Pass one of the form 8-4-4-4-12 hex digits.");
    }
    return given;
  }
}
