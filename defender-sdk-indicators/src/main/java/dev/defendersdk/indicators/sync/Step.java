package dev.defendersdk.indicators.sync;

import dev.defendersdk.indicators.Indicator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
   * @param size how many elements one call takes
   */
  static List<Step> of(List<SyncLine> lines, int free, int size) {
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
    // Those that replace stand together, so that few slices need a delete of their own.
    List<SyncLine> imports = new ArrayList<>(plain);
    imports.addAll(replacing);
    Cutter cutter = new Cutter(new ArrayDeque<>(deletes), new ArrayDeque<>(imports), free, size);
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
    private final List<Step> steps = new ArrayList<>();
    private int free;

    private Cutter(Deque<String> deletes, Deque<SyncLine> imports, int free, int size) {
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
      return first.isEmpty() || first.size() + line.deletedFirst().size() <= size;
    }

    private void add(List<SyncLine> slice, List<String> first) {
      int needed = slice.stream().mapToInt(SyncLine::growth).sum() + first.size();
      List<String> before = first.isEmpty() ? new ArrayList<>() : fill(first);
      while (free + before.size() < needed && !deletes.isEmpty()) {
        if (before.size() >= size) {
          // What must be deleted for this slice comes right before it: others go before that.
          List<String> more = fill(new ArrayList<>());
          steps.add(new Step(more, List.of()));
          free += more.size();
        } else {
          before = fill(before);
        }
      }
      free += before.size() - needed;
      steps.add(new Step(List.copyOf(before), List.copyOf(slice)));
    }

    /** Fills a call with what is to be deleted anyway. */
    private List<String> fill(List<String> ids) {
      while (ids.size() < size && !deletes.isEmpty()) {
        ids.add(deletes.remove());
      }
      return ids;
    }
  }
}
