package dev.defendersdk.machineactions.liveresponse;

import dev.defendersdk.core.argument.Check;
import java.util.regex.Pattern;

/** Checks the names of library files. Page: live-response.md (of the portal). */
final class LibraryNames {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,255}");

  private LibraryNames() {}

  static String checked(String value, String name) {
    String given = Check.notBlank(value, name);
    if (!NAME.matcher(given).matches()) {
      throw new IllegalArgumentException(
          name
              + " is "
              + Check.quote(given)
              + ": a library file's name consists of letters, digits, hyphens, underscores and"
              + " dots. Rename it.");
    }
    return given;
  }
}
