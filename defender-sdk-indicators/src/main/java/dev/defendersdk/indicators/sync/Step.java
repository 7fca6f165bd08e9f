package dev.defendersdk.indicators.sync;

import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.internal.Slices;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Calls that belong together: a batch delete, an import, or the one right before the other.
 *
 * @param deletes ids, deleted first
 * @param imports lines, submitted then
 */
record Step(List<String> deletes, List<SyncLine> imports) {

  /**
   * The fewest steps, in an order in which protection lapses as little as possible: what is created
   * comes before what is deleted, unless the tenant has no room; what must be deleted to be
   * submitted again is so slice by slice; and what a wish takes the place of goes after all
   * imports, or, where room must be made of it, right before that wish's.
   *
   * @param lines those that are to be done, by their priority
   * @param free how many entries the tenant may have more
   * @param size how many elements one import takes
   * @param limit with how many others at the most an entry is deleted by one call, itself counted
   */
  static List<Step> of(List<SyncLine> lines, int free, int size, ToIntFunction<String> limit) {
    Set<String> sent = new HashSet<>();
    lines.stream().filter(SyncLine::isSent).forEach(line -> sent.add(line.key()));
    Set<String> deletes = new LinkedHashSet<>();
    Map<String, List<Indicator>> predecessors = new LinkedHashMap<>();
    List<SyncLine> plain = new ArrayList<>();
    List<SyncLine> replacing = new ArrayList<>();
    for (SyncLine line : lines) {
      String successor = line.successor();
      if (line.isSent()) {
        (line.deletedFirst().isEmpty() ? plain : replacing).add(line);
      } else if (line.action() == SyncAction.DELETE) {
        Indicator entry = line.entries().get(0);
        if (successor != null && sent.contains(successor)) {
          predecessors.computeIfAbsent(successor, key -> new ArrayList<>()).add(entry);
        } else {
          deletes.add(String.valueOf(entry.id()));
        }
      }
    }
    replacing.forEach(line -> line.deletedFirst().forEach(deletes::remove));
    int lacking = -free - deletes.size();
    for (SyncLine line : lines) {
      lacking += line.isSent() ? line.growth() : 0;
    }
    for (int i = plain.size() - 1; i >= 0 && lacking > 0; i--) {
      List<Indicator> before = predecessors.remove(plain.get(i).key());
      if (before != null) {
        replacing.add(plain.remove(i).inPlaceOf(before));
        lacking -= before.size();
      }
    }
    // Those that replace stand together, so that few slices need a delete of their own; and first,
    // so that no other imports have used up the quota when theirs follow the deletes.
    List<SyncLine> imports = new ArrayList<>(replacing);
    imports.addAll(plain);
    Cutter cutter =
        new Cutter(new ArrayDeque<>(deletes), new ArrayDeque<>(imports), free, size, limit);
    List<String> last =
        predecessors.values().stream()
            .flatMap(List::stream)
            .map(entry -> String.valueOf(entry.id()))
            .toList();
    return cutter.steps(last);
  }

  /** How many imports these are. */
  static int imports(List<Step> steps) {
    return (int) steps.stream().filter(step -> !step.imports().isEmpty()).count();
  }

  /** How many batch deletes these are. */
  static int deletes(List<Step> steps, int size) {
    return steps.stream().mapToInt(step -> (step.deletes().size() + size - 1) / size).sum();
  }

  private static final class Cutter {

    private final Deque<String> deletes;
    private final Deque<SyncLine> imports;
    private final int size;
    private final ToIntFunction<String> limit;
    private final List<Step> steps = new ArrayList<>();
    private int free;

    private Cutter(
        Deque<String> deletes,
        Deque<SyncLine> imports,
        int free,
        int size,
        ToIntFunction<String> limit) {
      this.limit = limit;
      this.deletes = deletes;
      this.imports = imports;
      this.free = free;
      this.size = size;
    }

    private List<Step> steps(List<String> last) {
      while (!imports.isEmpty()) {
        List<SyncLine> slice = new ArrayList<>();
        List<String> first = new ArrayList<>();
        while (!imports.isEmpty() && slice.size() < size && fits(first, imports.peek())) {
          SyncLine line = imports.remove();
          slice.add(line);
          first.addAll(line.deletedFirst());
        }
        add(slice, first);
      }
      deletes.addAll(last);
      while (!deletes.isEmpty()) {
        steps.add(new Step(fill(new ArrayList<>()), List.of()));
      }
      return steps;
    }

    private boolean fits(List<String> first, SyncLine line) {
      List<String> both = new ArrayList<>(first);
      both.addAll(line.deletedFirst());
      return line.deletedFirst().isEmpty() || first.isEmpty() || both.size() <= most(both);
    }

    private int most(List<String> ids) {
      return ids.stream().mapToInt(limit).min().orElse(Slices.LARGEST);
    }

    private void add(List<SyncLine> slice, List<String> first) {
      int needed = slice.stream().mapToInt(SyncLine::growth).sum() + first.size();
      List<String> before = first.isEmpty() ? new ArrayList<>() : fill(first);
      while (free + before.size() < needed && !deletes.isEmpty()) {
        int had = before.size();
        before = fill(before);
        if (before.size() == had) {
          // What must be deleted for this slice comes right before it: others go before that.
          List<String> more = fill(new ArrayList<>());
          steps.add(new Step(more, List.of()));
          free += more.size();
        }
      }
      free += before.size() - needed;
      steps.add(new Step(List.copyOf(before), List.copyOf(slice)));
    }

    /** Fills a call with what is to be deleted anyway. */
    private List<String> fill(List<String> ids) {
      int most = most(ids);
      while (!deletes.isEmpty()) {
        most = Math.min(most, limit.applyAsInt(deletes.peek()));
        if (ids.size() >= most) {
          break;
        }
        ids.add(deletes.remove());
      }
      return ids;
    }
  }
}
