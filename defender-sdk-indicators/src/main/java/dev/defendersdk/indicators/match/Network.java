package dev.defendersdk.indicators.match;

import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.IndicatorAction;
import org.jspecify.annotations.Nullable;

/** Addresses, domains and URLs. */
final class Network {

  private final AddressTable addresses;
  private final DomainTable domains;

  private Network(AddressTable addresses, DomainTable domains) {
    this.addresses = addresses;
    this.domains = domains;
  }

  /**
   * The rules of an address; null as well if it is none but of digits and dots. As of a host, no
   * path is seen.
   */
  @Nullable Hits address(String text, MatchContext context) {
    Site site = addresses.find(text, 0, text.length());
    int port = Rule.ANY_PORT;
    if (site == AddressTable.UNREADABLE || (site == null && text.endsWith("."))) {
      UrlText host = host(text);
      if (host == null) {
        return Hits.Several.UNREADABLE;
      }
      site = addresses.find(host.text(), host.hostFrom(), host.hostTo());
      port = host.port();
    }
    return hits(site, null, context, port);
  }

  private static @Nullable Hits hits(
      @Nullable Site site, @Nullable UrlText seen, MatchContext context, int port) {
    return site == null ? null : site.hits(null, seen, context, port);
  }

  static boolean isAddress(String text) {
    return AddressTable.isAddress(text, 0, text.length()) || host(text) != null;
  }

  /** The address in a text where it stands in brackets, with a port, or among blanks. */
  private static @Nullable UrlText host(String text) {
    UrlText host = UrlText.ofHost(text);
    return host != null && AddressTable.isAddress(host.text(), host.hostFrom(), host.hostTo())
        ? host
        : null;
  }

  /**
   * The rules of a host: of which no path is seen.
   *
   * @param whole whether all of it must be readable, else the domain above will do
   */
  @Nullable Hits domain(String text, MatchContext context, boolean whole) {
    UrlText host = UrlText.seenHost(text);
    return host == null || (whole && host.above())
        ? Hits.Several.UNREADABLE
        : find(host, context, false);
  }

  /** The rules of a URL; likewise. */
  @Nullable Hits url(String text, MatchContext context, boolean whole) {
    UrlText url = UrlText.seen(text);
    return url == null || (whole && url.above())
        ? Hits.Several.UNREADABLE
        : find(url, context, isPathSeen(url, context));
  }

  /**
   * Whether the path is looked at: in HTTP always, in HTTPS in Edge alone (indicators-overview.md).
   * The pages say nothing of FTP, which is as open as HTTP, and of other schemes, which may have no
   * paths. A URL without a scheme has a path only if somebody saw it: it is taken as HTTP, unless
   * its port says otherwise.
   */
  private static boolean isPathSeen(UrlText url, MatchContext context) {
    return switch (url.scheme()) {
      case HTTP, FTP -> true;
      case HTTPS -> context.isEdge();
      case NONE -> context.isEdge() || url.port() != UrlText.Scheme.HTTPS.port;
      case OTHER -> false;
    };
  }

  private @Nullable Hits find(UrlText url, MatchContext context, boolean pathSeen) {
    int port = url.connectionPort();
    if (url.mayBeAddress()) {
      Site site = addresses.find(url.text(), url.hostFrom(), url.hostTo());
      if (site != null && site != AddressTable.UNREADABLE) {
        return hits(site, pathSeen ? url : null, context, port);
      }
      if (AddressTable.isAddress(url.text(), url.hostFrom(), url.hostTo())) {
        return null;
      }
      if (url.literal()) {
        return Hits.Several.UNREADABLE;
      }
      if (NumericHost.is(url.host())) {
        long address = NumericHost.address(url.host());
        return address < 0
            ? Hits.Several.UNREADABLE
            : hits(addresses.find((int) address), pathSeen ? url : null, context, port);
      }
    }
    return domains.find(url, context, port, pathSeen);
  }

  /** Collects indicators before the tables are made. */
  static final class Builder {

    private final AddressTable.Builder addresses = new AddressTable.Builder();
    private final DomainTable.Builder domains = new DomainTable.Builder();

    /** Adds the indicator of an address; false if its value is none. */
    boolean address(String value, Indicator indicator, IndicatorAction action, int order) {
      Site site = addresses.node(value, 0, value.length());
      return site != null && site.add(new Rule(indicator, action, order, 0));
    }

    /** Adds the indicator of a domain; false if its value is none. */
    boolean domain(String value, Indicator indicator, IndicatorAction action, int order) {
      UrlText host = UrlText.ofHost(value);
      Site site = host == null ? null : site(host);
      return site != null && site.add(new Rule(indicator, action, order, 0));
    }

    /** Adds the indicator of a URL; false if its value is none. */
    boolean url(String value, Indicator indicator, IndicatorAction action, int order) {
      UrlText url = UrlText.of(value);
      Site site = url == null ? null : site(url);
      if (url == null || site == null) {
        return false;
      }
      String path = url.path();
      int port = url.hasOwnPort() ? url.port() : Rule.ANY_PORT;
      site.add(path, new Rule(indicator, action, order, path.length(), port));
      return true;
    }

    private @Nullable Site site(UrlText url) {
      if (url.mayBeAddress()) {
        Site site = addresses.node(url.text(), url.hostFrom(), url.hostTo());
        if (site != null || url.literal() || NumericHost.is(url.host())) {
          return site;
        }
      }
      return domains.node(url.host());
    }

    Network build() {
      return new Network(addresses.build(), domains.build());
    }
  }
}
