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
 * which the orders of actions are each other's reverse. In both, what is in no row of them (audit,
 * and what this version does not know) goes behind all that is, before anything else is compared:
 * it neither allows nor blocks, so it must not switch off what does.
 */
final class Precedence {

  // The first place of what is in no row of the pages' orders.
  private static final int IN_NO_ROW = 4;

  // Sorts by hash length before the group and the action. The page says so of "the same enforcement
  // type and target" without saying what a type is; it is read as: of any two indicators of one
  // file.
  private static final Comparator<Rule> FILES =
      Comparator.comparing((Rule rule) -> isInNoRow(placeForFiles(rule.action())))
          .thenComparing(Comparator.comparingInt(Rule::weight).reversed())
          .thenComparing(rule -> !rule.isForGroup())
          .thenComparingInt(rule -> placeForFiles(rule.action()))
          .thenComparingInt(Rule::order);

  private static final Comparator<Rule> NETWORK =
      Comparator.comparing((Rule rule) -> isInNoRow(placeForNetwork(rule.action())))
          .thenComparing(Comparator.comparingInt(Rule::weight).reversed())
          .thenComparingInt(rule -> placeForNetwork(rule.action()))
          .thenComparingInt(Rule::order);

  private Precedence() {}

  /**
   * Rows 3 and 5 of the order of indicator-file.md: block or warn, then allow. It does not tell
   * block from warn: the stronger goes first.
   */
  private static int placeForFiles(IndicatorAction action) {
    return switch (action.known()) {
      case BLOCK_AND_REMEDIATE, ALERT_AND_BLOCK -> 0;
      case BLOCK -> 1;
      case WARN -> 2;
      case ALLOWED -> 3;
      case AUDIT, ALERT -> IN_NO_ROW;
      case UNRECOGNIZED -> IN_NO_ROW + 1;
    };
  }

  /**
   * The order of indicator-ip-domain.md: allow, warn, block. Block and remediate is not offered for
   * them, but was seen: a kind of block.
   */
  private static int placeForNetwork(IndicatorAction action) {
    return switch (action.known()) {
      case ALLOWED -> 0;
      case WARN -> 1;
      case BLOCK -> 2;
      case BLOCK_AND_REMEDIATE, ALERT_AND_BLOCK -> 3;
      case AUDIT, ALERT -> IN_NO_ROW;
      case UNRECOGNIZED -> IN_NO_ROW + 1;
    };
  }

  private static boolean isInNoRow(int place) {
    return place >= IN_NO_ROW;
  }

  /**
   * Of indicators of one address, domain or URL. No page gives a device's group precedence. That a
   * longer path wins is said of URLs alone, and allow before block of all: so URLs are compared
   * with each other by path, and the first of them with the first of the others by action.
   */
  static Optional<Match> network(@Nullable Hits hits) {
    if (hits == null) {
      return Optional.empty();
    }
    if (hits instanceof Rule rule) {
      return rule.alone();
    }
    List<Rule> rules = sorted(hits, NETWORK);
    List<Rule> urls = rules.stream().filter(Rule::isOfUrl).toList();
    List<Rule> others = rules.stream().filter(rule -> !rule.isOfUrl()).toList();
    return Optional.of(match(urls, others, Precedence::placeForNetwork, Precedence::networkReason));
  }

  private static Reason networkReason(Rule winner, Rule loser) {
    int place = placeForNetwork(winner.action());
    int other = placeForNetwork(loser.action());
    if (isInNoRow(place) == isInNoRow(other) && loser.weight() < winner.weight()) {
      return Reason.SHORTER_PATH;
    }
    return place == other ? Reason.SAME : Reason.ACTION;
  }

  /**
   * Of indicators of one file's hashes, and of its certificate. The page has one order of actions
   * for both, and none between them: the first of each are compared by it, and of two that say the
   * same the hash is named.
   */
  static Optional<Match> files(@Nullable Hits ofHashes, @Nullable Hits ofCertificate) {
    Hits only = ofHashes == null ? ofCertificate : ofCertificate == null ? ofHashes : null;
    if (only instanceof Rule rule) {
      return rule.alone();
    }
    List<Rule> hashes = ofHashes == null ? List.of() : sorted(ofHashes, FILES);
    List<Rule> certificates = ofCertificate == null ? List.of() : sorted(ofCertificate, FILES);
    return hashes.isEmpty() && certificates.isEmpty()
        ? Optional.empty()
        : Optional.of(
            match(hashes, certificates, Precedence::placeForFiles, Precedence::fileReason));
  }

  private static Reason fileReason(Rule winner, Rule loser) {
    int place = placeForFiles(winner.action());
    int other = placeForFiles(loser.action());
    if (isInNoRow(place) == isInNoRow(other)) {
      if (loser.weight() < winner.weight()) {
        return Reason.SHORTER_HASH;
      }
      if (winner.isForGroup() && !loser.isForGroup()) {
        return Reason.ALL_DEVICES;
      }
    }
    return place == other ? Reason.SAME : Reason.ACTION;
  }

  private static List<Rule> sorted(Hits hits, Comparator<Rule> order) {
    List<Rule> rules = hits.rules();
    rules.sort(order);
    return rules;
  }

  private interface Place {
    int of(IndicatorAction action);
  }

  private interface Judge {
    Reason reason(Rule winner, Rule loser);
  }

  /**
   * Of two kinds, each in its own order, and at least one of them not empty: the first of each are
   * compared by their actions, and of two that say the same the former kind's is named.
   */
  private static Match match(List<Rule> former, List<Rule> latter, Place place, Judge judge) {
    int difference =
        former.isEmpty()
            ? 1
            : latter.isEmpty()
                ? -1
                : place.of(former.get(0).action()) - place.of(latter.get(0).action());
    List<Rule> first = difference <= 0 ? former : latter;
    List<Rule> second = difference <= 0 ? latter : former;
    Rule winner = first.get(0);
    List<Beaten> beaten = new ArrayList<>();
    addBeaten(beaten, first, judge);
    if (!second.isEmpty()) {
      Reason reason = difference == 0 ? Reason.SAME : Reason.ACTION;
      beaten.add(new Beaten(second.get(0).indicator(), winner.indicator(), reason));
      addBeaten(beaten, second, judge);
    }
    return new Match(winner.action(), winner.indicator(), List.copyOf(beaten));
  }

  private static void addBeaten(List<Beaten> beaten, List<Rule> rules, Judge judge) {
    Rule winner = rules.get(0);
    for (Rule loser : rules.subList(1, rules.size())) {
      beaten.add(new Beaten(loser.indicator(), winner.indicator(), judge.reason(winner, loser)));
    }
  }
}
