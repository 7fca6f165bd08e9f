package dev.defendersdk.indicators.match;

import dev.defendersdk.indicators.IndicatorAction;
import dev.defendersdk.indicators.match.Match.Beaten;
import dev.defendersdk.indicators.match.Match.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of several indicators decides. Pages: indicator-file.md and indicator-ip-domain.md, of
 * which the orders of actions are each other's reverse.
 */
final class Precedence {

  // Sorts by hash length before the rest. The page says so of "the same enforcement type and
  // target" without saying what a type is; it is read as: of any two indicators of one file.
  private static final Comparator<Rule> FILES =
      Comparator.comparingInt(Rule::weight)
          .reversed()
          .thenComparing(rule -> !rule.isForGroup())
          .thenComparingInt(rule -> placeForFiles(rule.action()))
          .thenComparingInt(Rule::order);

  private static final Comparator<Rule> NETWORK =
      Comparator.comparingInt(Rule::weight)
          .reversed()
          .thenComparingInt(rule -> placeForNetwork(rule.action()))
          .thenComparingInt(Rule::order);

  private Precedence() {}

  /**
   * Rows 3 and 5 of the order of indicator-file.md: block or warn, then allow. It does not tell
   * block from warn: the stronger goes first. Audit is in no row, as it neither allows nor blocks:
   * it goes last, with what this version does not know.
   */
  private static int placeForFiles(IndicatorAction action) {
    return switch (action.known()) {
      case BLOCK_AND_REMEDIATE, ALERT_AND_BLOCK -> 0;
      case BLOCK -> 1;
      case WARN -> 2;
      case ALLOWED -> 3;
      case AUDIT, ALERT -> 4;
      case UNRECOGNIZED -> 5;
    };
  }

  /**
   * The order of indicator-ip-domain.md: allow, warn, block. Block and remediate is not offered for
   * them, but was seen: a kind of block. Audit goes last, as with files.
   */
  private static int placeForNetwork(IndicatorAction action) {
    return switch (action.known()) {
      case ALLOWED -> 0;
      case WARN -> 1;
      case BLOCK -> 2;
      case BLOCK_AND_REMEDIATE, ALERT_AND_BLOCK -> 3;
      case AUDIT, ALERT -> 4;
      case UNRECOGNIZED -> 5;
    };
  }

  /** Of indicators of one address, domain or URL. No page gives a device's group precedence. */
  static Optional<Match> network(@Nullable Hits hits) {
    if (hits == null) {
      return Optional.empty();
    }
    if (hits instanceof Rule rule) {
      return rule.alone();
    }
    List<Rule> rules = sorted(hits, NETWORK);
    return Optional.of(match(rules.get(0), beaten(rules, Precedence::networkReason)));
  }

  private static Reason networkReason(Rule winner, Rule loser) {
    if (loser.weight() < winner.weight()) {
      return Reason.SHORTER_PATH;
    }
    return placeForNetwork(loser.action()) == placeForNetwork(winner.action())
        ? Reason.SAME
        : Reason.ACTION;
  }

  /**
   * Of indicators of one file's hashes, and of its certificate. The page has one order of actions
   * for both, and none between them: the first of each are compared by it, and of two that say the
   * same the hash is named.
   */
  static Optional<Match> files(@Nullable Hits ofHashes, @Nullable Hits ofCertificate) {
    if (ofHashes == null) {
      return ofCertificate == null ? Optional.empty() : files(ofCertificate);
    }
    if (ofCertificate == null) {
      return files(ofHashes);
    }
    List<Rule> hashes = sorted(ofHashes, FILES);
    List<Rule> certificates = sorted(ofCertificate, FILES);
    int difference =
        placeForFiles(hashes.get(0).action()) - placeForFiles(certificates.get(0).action());
    List<Rule> first = difference <= 0 ? hashes : certificates;
    List<Rule> second = difference <= 0 ? certificates : hashes;
    List<Beaten> beaten = new ArrayList<>(beaten(first, Precedence::fileReason));
    beaten.add(
        new Beaten(
            second.get(0).indicator(),
            first.get(0).indicator(),
            difference == 0 ? Reason.SAME : Reason.ACTION));
    beaten.addAll(beaten(second, Precedence::fileReason));
    return Optional.of(match(first.get(0), List.copyOf(beaten)));
  }

  private static Optional<Match> files(Hits hits) {
    if (hits instanceof Rule rule) {
      return rule.alone();
    }
    List<Rule> rules = sorted(hits, FILES);
    return Optional.of(match(rules.get(0), beaten(rules, Precedence::fileReason)));
  }

  private static Reason fileReason(Rule winner, Rule loser) {
    if (loser.weight() < winner.weight()) {
      return Reason.SHORTER_HASH;
    }
    if (winner.isForGroup() && !loser.isForGroup()) {
      return Reason.ALL_DEVICES;
    }
    return placeForFiles(loser.action()) == placeForFiles(winner.action())
        ? Reason.SAME
        : Reason.ACTION;
  }

  private static List<Rule> sorted(Hits hits, Comparator<Rule> order) {
    List<Rule> rules = hits.rules();
    if (rules.size() > 1) {
      rules.sort(order);
    }
    return rules;
  }

  private interface Judge {
    Reason reason(Rule winner, Rule loser);
  }

  private static List<Beaten> beaten(List<Rule> rules, Judge judge) {
    if (rules.size() == 1) {
      return List.of();
    }
    Rule winner = rules.get(0);
    return rules.stream()
        .skip(1)
        .map(
            loser -> new Beaten(loser.indicator(), winner.indicator(), judge.reason(winner, loser)))
        .toList();
  }

  private static Match match(Rule winner, List<Beaten> beaten) {
    return new Match(winner.action(), winner.indicator(), beaten);
  }
}
