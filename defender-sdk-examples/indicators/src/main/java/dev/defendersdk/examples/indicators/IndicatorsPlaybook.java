package dev.defendersdk.examples.indicators;

import dev.defendersdk.core.AccessReport;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.indicators.IndicatorOperations;
import dev.defendersdk.indicators.IndicatorsClient;
import dev.defendersdk.indicators.match.IndicatorMatcher;
import dev.defendersdk.indicators.sync.IndicatorSync;
import dev.defendersdk.indicators.sync.OwnerMark;
import dev.defendersdk.indicators.sync.SyncAction;
import dev.defendersdk.indicators.sync.SyncPlan;
import dev.defendersdk.indicators.sync.SyncProgress;
import dev.defendersdk.indicators.sync.SyncReport;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * Makes the tenant's indicators what the feed says, and tells what they do with what was seen.
 * Nothing here knows whether the tenant is simulated.
 *
 * <p>Entries of people, of Defender for Cloud Apps and of other products stay as they are. This may
 * be stopped, or killed, at any time: the next run goes on from what the tenant holds.
 */
final class IndicatorsPlaybook {

  /** By which this product knows its own entries again: choose one of your own, and keep it. */
  private static final OwnerMark MARK = OwnerMark.inApplication("netshield-feed");

  private static final int SHOWN = 10;

  /** A feed that lacks more than one in so many of what the tenant holds is taken for broken. */
  private static final int PLAUSIBLE = 5;

  private final DefenderClient defender;
  private final IndicatorSync sync;
  private final PrintStream out;
  private int shown = -1;

  IndicatorsPlaybook(DefenderClient defender, PrintStream out) {
    this.defender = defender;
    this.sync = IndicatorSync.builder(defender).mark(MARK).onProgress(this::show).build();
    this.out = out;
  }

  /**
   * Plans, and applies the plan if that is wanted.
   *
   * @return true if the tenant now holds all that the feed says
   */
  boolean sync(ThreatFeed feed, boolean apply) {
    checkAccess();
    feed.problems().forEach(problem -> out.println("  left out: " + problem));
    SyncPlan plan = sync.plan(feed.indicators());
    print(plan);
    if (!apply) {
      out.println("Nothing was sent. Set APPLY=yes to apply it.");
      return plan.isEmpty() && feed.problems().isEmpty();
    }
    checkIsPlausible(plan);
    shown = -1;
    SyncReport report = sync.apply(plan);
    report.print(out);
    return report.isComplete()
        && feed.problems().isEmpty()
        && plan.lines(SyncAction.CONFLICT).isEmpty()
        && plan.lines(SyncAction.BEYOND_CAPACITY).isEmpty();
  }

  /** A feed that was cut off, or is empty, would take the protection away. */
  private static void checkIsPlausible(SyncPlan plan) {
    int deleted = plan.lines(SyncAction.DELETE).size();
    int held = deleted + plan.lines(SyncAction.KEEP).size() + plan.lines(SyncAction.CHANGE).size();
    if (deleted * PLAUSIBLE > held) {
      throw new IllegalStateException(
          "the feed lacks "
              + deleted
              + " of the "
              + held
              + " indicators that the tenant holds of it, which would be deleted: nothing was sent."
              + " Look whether it is whole.");
    }
  }

  /** Says what Defender would do with each observable under the list that the tenant holds. */
  void match(List<Observable> log) {
    IndicatorMatcher matcher = IndicatorMatcher.of(new IndicatorsClient(defender).list());
    out.println("What the tenant's list does with " + log.size() + " observables of a log:");
    out.print(new ClosingTable(matcher, log));
  }

  /** Says what the tenant has not granted before anything is done: the token tells. */
  private void checkAccess() {
    AccessReport access =
        defender.verifyAccess(
            List.of(
                IndicatorOperations.LIST,
                IndicatorOperations.IMPORT,
                IndicatorOperations.BATCH_DELETE));
    if (!access.isGranted()) {
      throw new IllegalStateException(access.wordsForAdministrator());
    }
  }

  /** The plan in short: {@link SyncPlan#print} has a line for each change. */
  private void print(SyncPlan plan) {
    out.println(
        "Plan: "
            + plan.counts()
            + ", by "
            + plan.importCalls()
            + " imports and "
            + plan.batchDeleteCalls()
            + " batch deletes");
    plan.notes().forEach(note -> out.println("  " + note));
    plan.lines().stream()
        .filter(
            line ->
                line.action() == SyncAction.CONFLICT || line.action() == SyncAction.BEYOND_CAPACITY)
        .limit(SHOWN)
        .forEach(line -> out.println("  " + line));
  }

  /** Told on the sync's own threads, the end once more. */
  private synchronized void show(SyncProgress progress) {
    if (progress.calls() == shown) {
      return;
    }
    shown = progress.calls();
    out.println(
        String.format(
            Locale.ROOT,
            "  %,d of %,d ended, by %d calls",
            progress.ended(),
            progress.lines(),
            progress.calls()));
  }
}
