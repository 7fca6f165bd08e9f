package dev.defendersdk.core.transfer;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.defendersdk.core.argument.Check;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A link to a file in a storage service. Its query holds a signature: whoever has the link has the
 * file, for as long as the link lives. So no {@code toString} and no message of an error shows more
 * of it than its host, and no token ever goes with it. Immutable.
 */
public final class SignedLink {

  private static final Pattern ILLEGAL = Pattern.compile("[\\x00-\\x20\"<>\\\\^`{|}]");

  private final URI uri;

  private SignedLink(URI uri) {
    this.uri = uri;
  }

  /**
   * Reads a link as the service writes it. A pair of quotes round it is taken off: the link of an
   * investigation package comes with one (get-package-sas-uri.md).
   *
   * @throws IllegalArgumentException if it is no link over https (http only on loopback)
   */
  public static SignedLink parse(String text) {
    String link = Check.notBlank(text, "text").strip();
    if (link.length() >= 2 && link.startsWith("\"") && link.endsWith("\"")) {
      link = link.substring(1, link.length() - 1).strip();
    }
    URI uri;
    try {
      uri = new URI(escaped(link));
    } catch (URISyntaxException e) {
      throw refused(); // not with its cause, which shows the link
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    boolean safe = scheme.equals("https") || (scheme.equals("http") && isLoopback(host));
    if (host.isEmpty() || !safe || uri.getRawUserInfo() != null) {
      throw refused();
    }
    return new SignedLink(uri);
  }

  // What no URI may hold as it stands, but a link that was written by hand or by a template does.
  private static String escaped(String link) {
    return ILLEGAL
        .matcher(link)
        .replaceAll(found -> "%%%02X".formatted((int) found.group().charAt(0)));
  }

  private static IllegalArgumentException refused() {
    return new IllegalArgumentException(
        "text is no signed link: it must be a URI with a host, over https (http only on loopback)."
            + " Pass the link as the service gave it.");
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
  }

  /** The whole link, signature included: for a downloader of your own. Do not log it. */
  @JsonValue
  public URI uri() {
    return uri;
  }

  /** The host that serves the file. */
  public String host() {
    return uri.getHost();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedLink that && uri.equals(that.uri);
  }

  @Override
  public int hashCode() {
    return uri.hashCode();
  }

  /** Shows the host alone. */
  @Override
  public String toString() {
    return "SignedLink[" + uri.getHost() + "]";
  }
}
