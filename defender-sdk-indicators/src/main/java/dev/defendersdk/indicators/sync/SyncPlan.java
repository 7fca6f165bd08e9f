package dev.defendersdk.indicators.sync;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.indicators.IndicatorOperations;
import dev.defendersdk.indicators.internal.Slices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a sync would do, and why; nothing was sent for it. Immutable. A plan is of its time: apply
 * it soon. What the tenant has become since is looked at again before anything is sent, and what
 * does not hold any more is left and told.
 */
public final class SyncPlan {

  // Of a quota, work in the background uses four fifths.
  private static final int SHARE = 4;
  private static final int OF = 5;

  private final Basis basis;
  private final List<SyncLine> lines;
  private final Map<SyncAction, Integer> counts = new EnumMap<>(SyncAction.class);
  private final List<String> notes = new ArrayList<>();
  private final int imports;
  private final int batchDeletes;

  /** What a plan was made of, and is applied with. */
  record Basis(
      Settings settings,
      String tenantId,
      String creator,
      boolean isCountComplete,
      List<Unit> units,
      int given,
      int held,
      int listCalls,
      Instant madeAt) {}

  SyncPlan(Basis basis, List<SyncLine> lines, int free) {
    this.basis = basis;
    this.lines = List.copyOf(lines);
    lines.forEach(line -> counts.merge(line.action(), 1, Integer::sum));
    List<Step> steps =
        Step.of(lines, basis.isCountComplete() ? free : 0, Slices.LARGEST, id -> Slices.LARGEST);
    this.imports = Step.imports(steps);
    this.batchDeletes = Step.deletes(steps, Slices.LARGEST);
    tell();
  }

  private void tell() {
    if (!basis.isCountComplete()) {
      notes.add(
          "The count is incomplete: without Ti.ReadWrite.All the application sees its own entries"
              + " alone, and the tenant's limit counts all. Some may fail for want of room.");
    }
    int doubles = basis.given() - basis.units().size();
    if (doubles > 0) {
      notes.add(doubles + " came more than once in the same words, and count once.");
    }
    long hashes = basis.units().stream().mapToLong(unit -> unit.others().size()).sum();
    if (hashes > 0) {
      notes.add("Of a file with several hashes the longest alone is sent: it decides.");
    }
    if (count(SyncAction.BEYOND_CAPACITY) > 0) {
      notes.add(
          count(SyncAction.BEYOND_CAPACITY)
              + " stay out: the tenant holds "
              + number(basis.settings().capacity())
              + " indicators at the most, those of others counted.");
    }
    long inPlace = lines.stream().filter(SyncLine::changesActionInPlace).count();
    if (inPlace > 0 && basis.settings().actionChanges() == ActionChanges.UPDATE_OR_REPLACE) {
      long more = (inPlace + Slices.LARGEST - 1) / Slices.LARGEST;
      notes.add(
          inPlace
              + " get another action in place; if the service refuses that, they are deleted and"
              + " submitted again, by up to "
              + more
              + " more batch deletes and imports.");
    }
    long replaced = lines.stream().filter(SyncLine::isReplacement).count();
    if (replaced > 0) {
      notes.add(
          replaced
              + " are deleted and submitted again, up to 500 at a time, one right after the other.");
    }
  }

  /** One for each wish, by priority, then one for each entry to be deleted. */
  public List<SyncLine> lines() {
    return lines;
  }

  /** The lines of one kind. */
  public List<SyncLine> lines(SyncAction action) {
    return lines.stream().filter(line -> line.action() == action).toList();
  }

  /** How many lines there are of each kind; those with none are left out. */
  public Map<SyncAction, Integer> counts() {
    return Collections.unmodifiableMap(counts);
  }

  private int count(SyncAction action) {
    return counts.getOrDefault(action, 0);
  }

  /** Whether there is nothing to do: to apply it then makes no call. */
  public boolean isEmpty() {
    return lines.stream().noneMatch(SyncLine::isToDo);
  }

  /** How many imports it takes, of up to 500 indicators each. */
  public int importCalls() {
    return imports;
  }

  /** How many batch deletes it takes, of up to 500 entries each. */
  public int batchDeleteCalls() {
    return batchDeletes;
  }

  /**
   * How many calls it took to read the list; applying a plan that has something to do repeats them.
   */
  public int listCalls() {
    return basis.listCalls();
  }

  /**
   * How long the service's quota makes it wait at the least, with nothing else using it: 30 imports
   * and 30 batch deletes a minute, of which a sync uses four fifths.
   */
  public Duration quotaTime() {
    int importShare = IndicatorOperations.IMPORT.quota().perMinute() * SHARE / OF;
    int deleteShare = IndicatorOperations.BATCH_DELETE.quota().perMinute() * SHARE / OF;
    int minutes =
        Math.max(
            Math.max(0, imports - 1) / importShare, Math.max(0, batchDeletes - 1) / deleteShare);
    return Duration.ofMinutes(minutes);
  }

  /** How many entries the list had, those of others among them. */
  public int held() {
    return basis.held();
  }

  /** Whether all entries of the tenant were seen: not without {@code Ti.ReadWrite.All}. */
  public boolean isCountComplete() {
    return basis.isCountComplete();
  }

  /** What is to be known about it beside its lines, in sentences; may be empty. */
  public List<String> notes() {
    return Collections.unmodifiableList(notes);
  }

  /** When the list was read, UTC. */
  public Instant madeAt() {
    return basis.madeAt();
  }

  Basis basis() {
    return basis;
  }

  /** The ids of the entries that it deletes. */
  Set<String> deleted() {
    return lines(SyncAction.DELETE).stream()
        .map(line -> String.valueOf(line.entries().get(0).id()))
        .collect(Collectors.toSet());
  }

  /**
   * Prints it for a person: the counts, the notes, and a line for each wish and entry but those
   * that are kept.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public void print(Appendable to) {
    Check.notNull(to, "to");
    try {
      to.append(table());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@link #print} prints. */
  public String table() {
    StringBuilder table =
        new StringBuilder("Plan for tenant ")
            .append(basis.tenantId())
            .append(System.lineSeparator());
    for (SyncAction action : SyncAction.values()) {
      table.append(String.format(Locale.ROOT, "  %-16s %,6d%n", action, count(action)));
    }
    table.append(
        String.format(
            Locale.ROOT,
            "  by %d imports and %d batch deletes, for which quota asks %d min; the tenant holds %s of"
                + " %s%n",
            imports,
            batchDeletes,
            quotaTime().toMinutes(),
            number(basis.held()),
            number(basis.settings().capacity())));
    notes.forEach(note -> table.append(String.format(Locale.ROOT, "  %s%n", note)));
    for (SyncLine line : lines) {
      if (line.action() != SyncAction.KEEP) {
        table.append(
            String.format(
                Locale.ROOT, "%-16s %s: %s%n", line.action(), line.subject(), line.reason()));
      }
    }
    return table.toString();
  }

  private static String number(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Shows the counts. */
  @Override
  public String toString() {
    return "SyncPlan" + counts;
  }
}
