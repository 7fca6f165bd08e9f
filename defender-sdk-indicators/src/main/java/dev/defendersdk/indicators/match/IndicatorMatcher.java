package dev.defendersdk.indicators.match;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.IndicatorAction;
import dev.defendersdk.indicators.IndicatorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Defender would do with a file, an address, a domain or a URL under a list of indicators, and
 * why: for a whole log, as a look-up costs about as much as one in a map. It calls nobody.
 *
 * <pre>{@code
 * IndicatorMatcher matcher = IndicatorMatcher.of(indicators);
 * MatchContext context = MatchContext.at(seenAt).groupName("Servers");
 * matcher.url("http://Example.com:80/install/run.exe?x=1#top", context)
 *     .ifPresent(match -> System.out.println(match.action() + " by " + match.indicator().id()));
 * }</pre>
 *
 * <p>Immutable, thread-safe, and not bound to a client: build it once for a list, and anew when the
 * list has changed.
 *
 * <h2>Which indicators hold</h2>
 *
 * Those that are not past their expiration time, and that are for all devices or for a group of the
 * context's. A file's hash and a certificate are compared without case; addresses in any of their
 * forms. A domain holds for itself and every domain below it, a URL for all that lies below its
 * path. HTTPS paths are seen in Edge alone; elsewhere a URL with a path does not hold for HTTPS.
 * Pages: indicators-overview.md, indicator-ip-domain.md.
 *
 * <p>What was seen is read as browsers do, values of indicators as strictly as the service takes
 * them: so IPv4 in a URL or as a host may be octal, hex or one number, and slashes after {@code
 * http:} may lack. A label of a host that cannot be read does not hide the domains above it.
 * Letters that the platform writes in another way than registries do (sharp s, final sigma, the
 * joiners) cannot be read; of those after Unicode 3.2, as emoji, capitals are not known.
 *
 * <h2>Which of them decides</h2>
 *
 * <ul>
 *   <li>Of a file: the longest hash, whatever the device group; then the device's group before all
 *       devices; then block and warn before allow. The certificate's and the hashes' are compared
 *       by the last of these. Page: indicator-file.md.
 *   <li>Of an address, a domain or a URL: of URLs that with the longest path; then allow before
 *       warn before block. Page: indicator-ip-domain.md.
 * </ul>
 *
 * <h2>What the pages leave open</h2>
 *
 * <ul>
 *   <li>Audit neither allows nor blocks, and is in neither order: here it decides only if nothing
 *       else does, whatever its hash, path or group; so does an action that this version does not
 *       know. Of a file, block and remediate goes before block, and block before warn.
 *   <li>The longest hash goes first "for the same enforcement type and target", and no page says
 *       what a type is: here it goes first among all indicators of a file that allow, warn or
 *       block, so allow of a SHA-256 beats block of the MD5.
 *   <li>The longer path goes first among URL indicators, and no page compares one with a domain or
 *       an address: here their actions are compared, by the order that is given for all of them. So
 *       allow of a domain beats block of a path on it.
 *   <li>The order of a hash and a certificate of one file. Which hash a thumbprint is.
 *   <li>Whether a nearer domain goes before one above it, or a device's group before all devices on
 *       the network: here neither.
 *   <li>A URL without a path holds for its very host, not for domains below it, and wherever the
 *       host alone is seen, by its name or its address. An IP address holds for URLs whose host it
 *       is. Paths of FTP are seen.
 *   <li>A URL's scheme is not compared, its port only if it is not that of its scheme; paths are,
 *       with their case. Its query is a part of its path.
 * </ul>
 *
 * What else is on a device goes before or after indicators and is not known here: application
 * control, antivirus exclusions and verdicts, SmartScreen, and whether the tenant's features are
 * on. On Windows only portable executables are matched. A redirect leads to another URL: ask again.
 */
public final class IndicatorMatcher {

  private static final String HASH = "hash";
  private static final String THUMBPRINT = "thumbprint";

  private final DigestTable hashes;
  private final DigestTable thumbprints;
  private final Network network;
  private final List<Indicator> unusable;
  private final boolean refusing;

  private IndicatorMatcher(
      DigestTable hashes,
      DigestTable thumbprints,
      Network network,
      List<Indicator> unusable,
      boolean refusing) {
    this.hashes = hashes;
    this.thumbprints = thumbprints;
    this.network = network;
    this.unusable = unusable;
    this.refusing = refusing;
  }

  /**
   * A matcher of these indicators, in any number. The list is read once.
   *
   * @throws IllegalArgumentException if it is null or holds a null
   */
  public static IndicatorMatcher of(Iterable<Indicator> indicators) {
    DigestTable.Builder hashes = new DigestTable.Builder();
    DigestTable.Builder thumbprints = new DigestTable.Builder();
    Network.Builder network = new Network.Builder();
    List<Indicator> unusable = new ArrayList<>();
    int order = 0;
    for (Indicator each : Check.notNull(indicators, "indicators")) {
      Indicator indicator = Check.notNull(each, "indicators[" + order + "]");
      if (!add(indicator, order, hashes, thumbprints, network)) {
        unusable.add(indicator);
      }
      order++;
    }
    return new IndicatorMatcher(
        hashes.build(), thumbprints.build(), network.build(), List.copyOf(unusable), false);
  }

  private static boolean add(
      Indicator indicator,
      int order,
      DigestTable.Builder hashes,
      DigestTable.Builder thumbprints,
      Network.Builder network) {
    IndicatorType type = indicator.indicatorType();
    IndicatorAction action = indicator.action();
    String text = indicator.indicatorValue();
    if (type == null || action == null || text == null) {
      return false;
    }
    String value = text.strip();
    return switch (type.known()) {
      case FILE_SHA256 -> hashes.add(value, 64, new Rule(indicator, action, order, 64));
      case FILE_SHA1 -> hashes.add(value, 40, new Rule(indicator, action, order, 40));
      case FILE_MD5 -> hashes.add(value, 32, new Rule(indicator, action, order, 32));
      case CERTIFICATE_THUMBPRINT ->
          thumbprints.add(
              value, value.length() == 40 ? 40 : 64, new Rule(indicator, action, order, 0));
      case IP_ADDRESS -> network.address(value, indicator, action, order);
      case DOMAIN_NAME -> network.domain(value, indicator, action, order);
      case URL -> network.url(value, indicator, action, order);
      case PROCESS_MEMORY_SIMILARITY_HASH, WEB_CATEGORY, UNRECOGNIZED -> false;
    };
  }

  /**
   * The same matcher, but one that throws for what it cannot read. Without this, a text that is no
   * hash, address, domain or URL has no match, as befits a log; nor has null. Of a host that cannot
   * be read to its first label, it looks up the domain above that; this one refuses it.
   */
  public IndicatorMatcher refusingUnreadable() {
    return new IndicatorMatcher(hashes, thumbprints, network, unusable, true);
  }

  /**
   * The indicators that can decide nothing here: without a value or an action, of a type that this
   * version does not know, or whose value is none of its type. Mostly empty.
   */
  public List<Indicator> unusable() {
    return unusable;
  }

  /**
   * What Defender would do with a file, by all of its hashes and its certificate; empty if no
   * indicator holds for it.
   *
   * @throws IllegalArgumentException if a hash or a thumbprint is none, and the matcher refuses
   */
  public Optional<Match> file(ObservedFile file, MatchContext context) {
    Check.notNull(file, "file");
    Check.notNull(context, "context");
    return Precedence.files(
        hits(hashes, HASH, file.hashes(), context),
        hits(thumbprints, THUMBPRINT, file.thumbprints(), context));
  }

  /**
   * What Defender would do with a file, by one of its hashes: SHA-256, SHA-1 or MD5, told by the
   * length, in hex of either case; empty if no indicator holds for it. {@link #file} takes more of
   * what is known.
   *
   * @throws IllegalArgumentException if it is none, and the matcher refuses
   */
  public Optional<Match> hash(@Nullable String hash, MatchContext context) {
    Check.notNull(context, "context");
    return Precedence.files(hits(hashes, HASH, null, hash, context), null);
  }

  /**
   * What Defender would do with files that are signed with a certificate, by its thumbprint; empty
   * if no indicator holds for it.
   *
   * @throws IllegalArgumentException if it is none, and the matcher refuses
   */
  public Optional<Match> certificate(@Nullable String thumbprint, MatchContext context) {
    Check.notNull(context, "context");
    return Precedence.files(null, hits(thumbprints, THUMBPRINT, null, thumbprint, context));
  }

  /**
   * What Defender would do with a connection to an address, IPv4 or IPv6 in any form, IPv4 within
   * IPv6 ({@code ::ffff:192.0.2.1}) included; empty if no indicator holds for it, of those of
   * addresses and of URLs without a path. A zone is not looked at; a port only by URLs that name
   * one. IPv4 has its four decimal parts.
   *
   * @throws IllegalArgumentException if it is none, and the matcher refuses
   */
  public Optional<Match> address(@Nullable String address, MatchContext context) {
    Check.notNull(context, "context");
    Hits hits = address == null ? Hits.Several.UNREADABLE : network.address(address, context);
    if (hits == null && refusing && address != null && !Network.isAddress(address)) {
      hits = Hits.Several.UNREADABLE;
    }
    return network(hits, "address", address, "it must be one IPv4 or IPv6 address", "203.0.113.7");
  }

  /**
   * What Defender would do with a connection to a host of which the name alone is seen, as in the
   * DNS and in HTTPS outside of Edge; empty if no indicator holds for it. Letters beyond ASCII are
   * read as Punycode; a dot at the end and a port are allowed; so is an address. A user name is
   * not: an address of mail is no host.
   *
   * @throws IllegalArgumentException if it is none, and the matcher refuses
   */
  public Optional<Match> domain(@Nullable String domain, MatchContext context) {
    Check.notNull(context, "context");
    Hits hits =
        domain == null ? Hits.Several.UNREADABLE : network.domain(domain, context, refusing);
    return network(hits, "domain", domain, "it must be the name of a host", "www.contoso.com");
  }

  /**
   * What Defender would do with a request for a URL; empty if no indicator holds for it. Port, user
   * name, fragment, escapes and letters beyond ASCII are read as browsers do; it may lack the
   * scheme, and is then taken as HTTP, but as HTTPS on port 443. What begins with a scheme that has
   * no host, as {@code mailto:}, is no URL here.
   *
   * @throws IllegalArgumentException if it is none, and the matcher refuses
   */
  public Optional<Match> url(@Nullable String url, MatchContext context) {
    Check.notNull(context, "context");
    Hits hits = url == null ? Hits.Several.UNREADABLE : network.url(url, context, refusing);
    return network(
        hits, "url", url, "it must be a URL, or a host and a path", "http://contoso.com/path");
  }

  private Optional<Match> network(
      @Nullable Hits hits, String name, @Nullable String text, String rule, String example) {
    if (hits == Hits.Several.UNREADABLE) {
      if (refusing) {
        throw new IllegalArgumentException(
            name
                + " is "
                + Check.quote(text)
                + ": "
                + rule
                + ". Pass one such as "
                + example
                + ".");
      }
      return Optional.empty();
    }
    return Precedence.network(hits);
  }

  private @Nullable Hits hits(
      DigestTable table, String name, List<String> digests, MatchContext context) {
    Hits hits = null;
    for (String digest : digests) {
      hits = hits(table, name, hits, digest, context);
    }
    return hits;
  }

  private @Nullable Hits hits(
      DigestTable table,
      String name,
      @Nullable Hits hits,
      @Nullable String digest,
      MatchContext context) {
    Node node = digest == null ? null : table.find(digest);
    if (node == null && refusing) {
      DigestTable.check(digest, name);
    }
    return Hits.with(hits, node, context, Rule.ANY_PORT);
  }
}
