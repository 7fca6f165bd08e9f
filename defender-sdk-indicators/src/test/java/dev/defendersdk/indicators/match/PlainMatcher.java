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

  /** Something that tells indicators apart, the least first; and what is said of those behind. */
  private record Rank(ToIntFunction<Known> of, Reason reason) {}

  private static final List<Rank> HASHES =
      List.of(
          new Rank(known -> inNoRow(FILE_ROWS, known), Reason.ACTION),
          new Rank(PlainMatcher::minusLength, Reason.SHORTER_HASH),
          new Rank(known -> isForAll(known) ? 1 : 0, Reason.ALL_DEVICES),
          new Rank(known -> row(FILE_ROWS, known), Reason.ACTION));

  private static final List<Rank> CERTIFICATES =
      HASHES.stream().filter(rank -> rank.reason() != Reason.SHORTER_HASH).toList();

  private static final List<Rank> URLS =
      List.of(
          new Rank(known -> inNoRow(NETWORK_ROWS, known), Reason.ACTION),
          new Rank(PlainMatcher::minusPath, Reason.SHORTER_PATH),
          new Rank(known -> row(NETWORK_ROWS, known), Reason.ACTION));

  private static final List<Rank> HOSTS =
      List.of(new Rank(known -> row(NETWORK_ROWS, known), Reason.ACTION));

  static Optional<Match> file(List<Known> list, List<Digest> seen, Where where) {
    return match(
        new Kind(holding(list, where, known -> isOf(seen, known, false)), HASHES),
        new Kind(holding(list, where, known -> isOf(seen, known, true)), CERTIFICATES),
        FILE_ROWS);
  }

  private static boolean isOf(List<Digest> seen, Known known, boolean certificate) {
    return known.subject() instanceof Digest digest
        && digest.certificate() == certificate
        && seen.contains(digest);
  }

  private static int minusLength(Known known) {
    return known.subject() instanceof Digest digest ? -digest.hex().length() : 0;
  }

  static Optional<Match> network(List<Known> list, Subject seen, Where where) {
    List<Known> all = holding(list, where, known -> holdsFor(known.subject(), seen, where));
    return match(
        new Kind(all.stream().filter(known -> known.subject() instanceof Url).toList(), URLS),
        new Kind(all.stream().filter(known -> !(known.subject() instanceof Url)).toList(), HOSTS),
        NETWORK_ROWS);
  }

  private static int minusPath(Known known) {
    return known.subject() instanceof Url url ? -10 * url.steps().size() - url.query().size() : 0;
  }

  private static boolean holdsFor(Subject known, Subject seen, Where where) {
    if (known instanceof Url url) {
      if (seen instanceof Url other) {
        boolean pathSeen =
            switch (other.scheme()) {
              case "http", "ftp" -> true;
              case "https" -> where.edge();
              case "" -> other.port() != 443 || where.edge();
              default -> false;
            };
        return url.host().equals(other.host())
            && holdsForPort(url, port(other))
            && (!url.hasPath() || (pathSeen && isBelow(url, other)));
      }
      // A connection to a host is one to its URL without a path, of a port that is not known.
      return url.host().equals(seen) && !url.hasPath() && isOwn(url);
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
      case 21 -> url.scheme().equals("ftp");
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
      case "ftp" -> 21;
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

  /** Audit, and what no page knows. */
  private static int inNoRow(List<Set<IndicatorAction>> rows, Known known) {
    return row(rows, known) >= rows.size() - 1 ? 1 : 0;
  }

  /** The indicators of one kind, and what tells them apart. */
  private record Kind(List<Known> all, List<Rank> ranks) {

    boolean isEmpty() {
      return all.isEmpty();
    }

    Known first() {
      return ordered().get(0);
    }

    /** By picking the first of those that are left, until none is. */
    List<Known> ordered() {
      List<Known> ordered = new ArrayList<>();
      List<Known> left = new ArrayList<>(all);
      while (!left.isEmpty()) {
        List<Known> best = left;
        for (Rank rank : ranks) {
          int least = best.stream().mapToInt(rank.of()).min().orElseThrow();
          best = best.stream().filter(known -> rank.of().applyAsInt(known) == least).toList();
        }
        ordered.add(best.get(0));
        left.remove(best.get(0));
      }
      return ordered;
    }

    List<Beaten> beaten() {
      List<Beaten> beaten = new ArrayList<>();
      for (Known loser : ordered().subList(1, all.size())) {
        Reason reason =
            ranks.stream()
                .filter(rank -> rank.of().applyAsInt(first()) < rank.of().applyAsInt(loser))
                .map(Rank::reason)
                .findFirst()
                .orElse(Reason.SAME);
        beaten.add(new Beaten(loser.indicator(), first().indicator(), reason));
      }
      return beaten;
    }
  }

  /** The first of one kind against the first of the other, by the rows alone. */
  private static Optional<Match> match(Kind one, Kind other, List<Set<IndicatorAction>> rows) {
    if (one.isEmpty() || other.isEmpty()) {
      Kind only = one.isEmpty() ? other : one;
      return only.isEmpty() ? Optional.empty() : Optional.of(match(only.first(), only.beaten()));
    }
    int oneRow = row(rows, one.first());
    int otherRow = row(rows, other.first());
    Kind winner = otherRow < oneRow ? other : one;
    Kind loser = winner == one ? other : one;
    List<Beaten> beaten = new ArrayList<>(winner.beaten());
    beaten.add(
        new Beaten(
            loser.first().indicator(),
            winner.first().indicator(),
            oneRow == otherRow ? Reason.SAME : Reason.ACTION));
    beaten.addAll(loser.beaten());
    return Optional.of(match(winner.first(), beaten));
  }

  private static Match match(Known winner, List<Beaten> beaten) {
    IndicatorAction action = winner.indicator().action();
    if (action == null) {
      throw new AssertionError(winner);
    }
    return new Match(action.current(), winner.indicator(), beaten);
  }
}
