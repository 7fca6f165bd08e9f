package dev.defendersdk.indicators.match;

import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.IndicatorAction;
import dev.defendersdk.indicators.match.Match.Beaten;
import dev.defendersdk.indicators.match.Match.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The rules as the pages' tables have them, over a whole list and without a text to read: what
 * {@link IndicatorMatcher} has to say.
 */
final class PlainMatcher {

  /** indicator-file.md, "Policy conflict handling", rows 3 and 5; audit is in none. */
  private static final List<Set<IndicatorAction>> FILE_ROWS =
      List.of(
          Set.of(IndicatorAction.BLOCK_AND_REMEDIATE, IndicatorAction.ALERT_AND_BLOCK),
          Set.of(IndicatorAction.BLOCK),
          Set.of(IndicatorAction.WARN),
          Set.of(IndicatorAction.ALLOWED),
          Set.of(IndicatorAction.AUDIT, IndicatorAction.ALERT));

  /** indicator-ip-domain.md, "policy conflict handling order"; audit is in none. */
  private static final List<Set<IndicatorAction>> NETWORK_ROWS =
      List.of(
          Set.of(IndicatorAction.ALLOWED),
          Set.of(IndicatorAction.WARN),
          Set.of(IndicatorAction.BLOCK),
          Set.of(IndicatorAction.BLOCK_AND_REMEDIATE, IndicatorAction.ALERT_AND_BLOCK),
          Set.of(IndicatorAction.AUDIT, IndicatorAction.ALERT));

  private PlainMatcher() {}

  /** What an indicator describes, or what was seen; each in parts that need no reading. */
  sealed interface Subject {}

  /** A file's hash, or its certificate's. */
  record Digest(boolean certificate, String hex) implements Subject {}

  /** An address, by its bytes. */
  record Address(List<Byte> bytes) implements Subject {}

  /** A domain, by its labels. */
  record Domain(List<String> labels) implements Subject {}

  /** A URL: its host is an address or a domain; scheme empty and port -1 where it has none. */
  record Url(String scheme, Subject host, int port, List<String> steps, List<String> query)
      implements Subject {

    boolean hasPath() {
      return !steps.isEmpty() || !query.isEmpty();
    }
  }

  /** An indicator and what it describes. */
  record Known(Indicator indicator, Subject subject) {}

  /** The device, the time, the browser. */
  record Where(Instant at, @Nullable String groupName, @Nullable Integer groupId, boolean edge) {}

  static Optional<Match> file(List<Known> list, List<Digest> seen, Where where) {
    List<Known> hashes = holding(list, where, known -> isOf(seen, known, false));
    List<Known> certificates = holding(list, where, known -> isOf(seen, known, true));
    List<Beaten> beaten = new ArrayList<>();
    Known ofHashes = null;
    if (!hashes.isEmpty()) {
      List<Known> left = best(hashes, beaten, PlainMatcher::minusLength, Reason.SHORTER_HASH);
      ofHashes = ofGroupThenAction(left, hashes, beaten);
    }
    Known ofCertificate = null;
    if (!certificates.isEmpty()) {
      ofCertificate = ofGroupThenAction(certificates, certificates, beaten);
    }
    if (ofHashes == null || ofCertificate == null) {
      return match(ofHashes == null ? ofCertificate : ofHashes, beaten);
    }
    int hashRow = row(FILE_ROWS, ofHashes);
    int certificateRow = row(FILE_ROWS, ofCertificate);
    Known winner = certificateRow < hashRow ? ofCertificate : ofHashes;
    Known loser = winner == ofHashes ? ofCertificate : ofHashes;
    Reason reason = hashRow == certificateRow ? Reason.SAME : Reason.ACTION;
    beaten.add(new Beaten(loser.indicator(), winner.indicator(), reason));
    return match(winner, beaten);
  }

  private static boolean isOf(List<Digest> seen, Known known, boolean certificate) {
    return known.subject() instanceof Digest digest
        && digest.certificate() == certificate
        && seen.contains(digest);
  }

  private static int minusLength(Known known) {
    return known.subject() instanceof Digest digest ? -digest.hex().length() : 0;
  }

  private static Known ofGroupThenAction(
      List<Known> candidates, List<Known> all, List<Beaten> beaten) {
    List<Known> left =
        best(candidates, beaten, known -> isForAll(known) ? 1 : 0, Reason.ALL_DEVICES);
    left = best(left, beaten, known -> row(FILE_ROWS, known), Reason.ACTION);
    return first(left, all, beaten);
  }

  static Optional<Match> network(List<Known> list, Subject seen, Where where) {
    List<Known> all = holding(list, where, known -> holdsFor(known.subject(), seen, where));
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<Beaten> beaten = new ArrayList<>();
    List<Known> left = best(all, beaten, PlainMatcher::minusPath, Reason.SHORTER_PATH);
    left = best(left, beaten, known -> row(NETWORK_ROWS, known), Reason.ACTION);
    return match(first(left, all, beaten), beaten);
  }

  private static int minusPath(Known known) {
    return known.subject() instanceof Url url ? -10 * url.steps().size() - url.query().size() : 0;
  }

  private static boolean holdsFor(Subject known, Subject seen, Where where) {
    if (known instanceof Url url) {
      if (seen instanceof Url other) {
        boolean pathSeen =
            switch (other.scheme()) {
              case "http" -> true;
              case "https" -> where.edge();
              case "" -> other.port() != 443 || where.edge();
              default -> false;
            };
        return url.host().equals(other.host())
            && holdsForPort(url, port(other))
            && (!url.hasPath() || (pathSeen && isBelow(url, other)));
      }
      // A connection to an address has no URL; one to a host has one without a path.
      return seen instanceof Domain && url.host().equals(seen) && !url.hasPath() && isOwn(url);
    }
    Subject host = seen instanceof Url other ? other.host() : seen;
    if (known instanceof Domain domain && host instanceof Domain other) {
      int above = other.labels().size() - domain.labels().size();
      return above >= 0
          && other.labels().subList(above, other.labels().size()).equals(domain.labels());
    }
    return known.equals(host);
  }

  private static boolean isBelow(Url known, Url seen) {
    if (known.query().isEmpty()) {
      return seen.steps().size() >= known.steps().size()
          && seen.steps().subList(0, known.steps().size()).equals(known.steps());
    }
    return seen.steps().equals(known.steps())
        && seen.query().size() >= known.query().size()
        && seen.query().subList(0, known.query().size()).equals(known.query());
  }

  private static boolean holdsForPort(Url known, int port) {
    return isOwn(known) || known.port() == port;
  }

  /** Whether it names no port, or that of its scheme. */
  private static boolean isOwn(Url url) {
    return switch (url.port()) {
      case -1 -> true;
      case 80 -> url.scheme().equals("http") || url.scheme().isEmpty();
      case 443 -> url.scheme().equals("https") || url.scheme().isEmpty();
      default -> false;
    };
  }

  private static int port(Url seen) {
    if (seen.port() >= 0) {
      return seen.port();
    }
    return switch (seen.scheme()) {
      case "http" -> 80;
      case "https" -> 443;
      default -> -1;
    };
  }

  private static List<Known> holding(List<Known> list, Where where, Predicate<Known> describes) {
    return list.stream()
        .filter(describes)
        .filter(known -> isInForce(known.indicator(), where.at()))
        .filter(known -> isForAll(known) || isForGroupOf(known.indicator(), where))
        .toList();
  }

  private static boolean isInForce(Indicator indicator, Instant at) {
    Instant end = indicator.expirationTime();
    return end == null || at.compareTo(end) < 0;
  }

  private static boolean isForAll(Known known) {
    return known.indicator().rbacGroupNames().isEmpty()
        && known.indicator().rbacGroupIds().isEmpty();
  }

  private static boolean isForGroupOf(Indicator indicator, Where where) {
    for (String name : indicator.rbacGroupNames()) {
      if (name.equalsIgnoreCase(where.groupName())) {
        return true;
      }
    }
    return where.groupId() != null && indicator.rbacGroupIds().contains(where.groupId());
  }

  private static int row(List<Set<IndicatorAction>> rows, Known known) {
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).contains(known.indicator().action())) {
        return row;
      }
    }
    return rows.size();
  }

  /** Those with the least rank; the others are beaten, by whom is known later. */
  private static List<Known> best(
      List<Known> candidates, List<Beaten> beaten, ToIntFunction<Known> rank, Reason reason) {
    int least = candidates.stream().mapToInt(rank).min().orElseThrow();
    for (Known known : candidates) {
      if (rank.applyAsInt(known) > least) {
        beaten.add(new Beaten(known.indicator(), known.indicator(), reason));
      }
    }
    return candidates.stream().filter(known -> rank.applyAsInt(known) == least).toList();
  }

  /** The first of those that nothing tells apart; it is the one that beat all others. */
  private static Known first(List<Known> left, List<Known> all, List<Beaten> beaten) {
    Known winner = left.get(0);
    left.stream()
        .skip(1)
        .forEach(
            known -> beaten.add(new Beaten(known.indicator(), known.indicator(), Reason.SAME)));
    List<Indicator> mine = all.stream().map(Known::indicator).toList();
    beaten.replaceAll(
        each ->
            each.by() == each.indicator() && mine.contains(each.indicator())
                ? new Beaten(each.indicator(), winner.indicator(), each.reason())
                : each);
    return winner;
  }

  private static Optional<Match> match(@Nullable Known winner, List<Beaten> beaten) {
    if (winner == null) {
      return Optional.empty();
    }
    IndicatorAction action = winner.indicator().action();
    if (action == null) {
      throw new AssertionError(winner);
    }
    return Optional.of(new Match(action.current(), winner.indicator(), beaten));
  }
}
