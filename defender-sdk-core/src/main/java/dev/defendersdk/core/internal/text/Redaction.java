package dev.defendersdk.core.internal.text;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * What may be shown of a request, an answer or a text from outside. By allow-list: all else is
 * hidden.
 */
public final class Redaction {

  /** Stands where something was hidden. */
  public static final String HIDDEN = "***";

  private static final Set<String> SHOWN_PARAMETERS =
      Set.of(
          "$filter",
          "$top",
          "$skip",
          "$orderby",
          "$select",
          "$expand",
          "$count",
          "tag",
          "usestartswithfilter");

  private static final Pattern TOKEN =
      Pattern.compile(
          "eyJ[A-Za-z0-9_-]{5,}(\\.[A-Za-z0-9_-]*){0,4}|(?i:bearer)\\s+[A-Za-z0-9._~+/=-]{8,}");

  private static final Pattern SECRET_PARAMETER =
      Pattern.compile(
          "(?i)\\b(sig|signature|token|access_token|client_secret|client_assertion|assertion|password|secret|code)"
              + "(\"?\\s*[=:]\\s*\"?)[^&\\s\"',;}]+");

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  private static final int LONGEST_TEXT = 1_000;

  private Redaction() {}

  /**
   * A path and query with the values of all parameters hidden that are not known to be harmless.
   */
  public static String uri(URI uri) {
    String query = uri.getRawQuery();
    String path = text(uri.getRawPath());
    if (query == null) {
      return path;
    }
    StringJoiner shown = new StringJoiner("&", path + "?", "");
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      boolean harmless =
          SHOWN_PARAMETERS.contains(name.replace("%24", "$").toLowerCase(Locale.ROOT));
      shown.add(equals < 0 || harmless ? pair : name + "=" + HIDDEN);
    }
    return shown.toString();
  }

  /**
   * Free text from outside: with whatever looks like a token, secret or signature hidden, cut, and
   * with line ends and the like taken out, so that it forges no line of a log.
   */
  public static String text(String text) {
    String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
    String withoutTokens = TOKEN.matcher(cut).replaceAll(HIDDEN);
    String shown = SECRET_PARAMETER.matcher(withoutTokens).replaceAll("$1$2***");
    return CONTROL.matcher(shown).replaceAll(" ");
  }
}
