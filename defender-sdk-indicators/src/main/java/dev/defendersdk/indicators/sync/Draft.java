package dev.defendersdk.indicators.sync;

import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.NewIndicator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares wishes with what the tenant holds: the lines of a plan, without any call. */
final class Draft {

  /**
   * What a draft goes by beside wishes and entries.
   *
   * @param creator whose the integration's own entries are
   * @param planned when the plan was made
   * @param mayDelete which of these may be deleted
   * @param replaces whose action is not changed in place
   */
  record Rules(
      Settings settings,
      String creator,
      Instant planned,
      Instant now,
      Predicate<Indicator> mayDelete,
      Predicate<Unit> replaces) {

    boolean isOfCreator(Indicator entry) {
      String by = entry.createdBy();
      return entry.id() != null && by != null && by.equalsIgnoreCase(creator);
    }

    boolean isOwn(Indicator entry) {
      return isOfCreator(entry) && settings.mark().isOn(entry) && settings.isInScope(entry);
    }
  }

  private final Rules rules;
  private final List<Indicator> listed;
  private final Map<String, List<Indicator>> byKey = new HashMap<>();
  // The entries that stay whatever is decided, and those that wishes have.
  private final Set<String> untouched = new HashSet<>();
  private final Set<String> kept = new HashSet<>();
  private final Map<String, String> reasons = new HashMap<>();
  private final Map<String, Unit> successors = new HashMap<>();
  private final List<SyncLine> lines = new ArrayList<>();
  private final int room;

  /**
   * Drafts.
   *
   * @param units by their priority
   */
  Draft(Rules rules, List<Unit> units, List<Indicator> listed) {
    this.rules = rules;
    this.listed = listed;
    for (Indicator entry : listed) {
      byKey.computeIfAbsent(Identity.key(entry), key -> new ArrayList<>()).add(entry);
    }
    List<SyncLine> wished = units.stream().map(this::line).toList();
    this.room = room();
    admit(wished);
    for (Indicator entry : listed) {
      if (isFree(entry)) {
        String id = String.valueOf(entry.id());
        String reason = reasons.getOrDefault(id, "not in the list any more");
        lines.add(SyncLine.delete(entry, reason, successors.get(id)));
      }
    }
  }

  /** Those of the wishes by their priority, then the deletes. */
  List<SyncLine> lines() {
    return lines;
  }

  /** How many entries the tenant may have more before it is full. */
  int free() {
    return rules.settings().capacity() - listed.size();
  }

  private boolean isFree(Indicator entry) {
    return rules.isOwn(entry)
        && !untouched.contains(entry.id())
        && !kept.contains(entry.id())
        && rules.mayDelete().test(entry);
  }

  /** How many of the wishes the tenant has room for. */
  private int room() {
    long others =
        listed.stream().filter(entry -> !isFree(entry) && !kept.contains(entry.id())).count();
    return (int) Math.max(0, rules.settings().capacity() - others);
  }

  /** Takes wishes by their priority as long as there is room. */
  private void admit(List<SyncLine> wished) {
    int left = room;
    for (SyncLine line : wished) {
      if (line.action() == SyncAction.CONFLICT) {
        lines.add(line);
      } else if (left > 0) {
        left--;
        lines.add(line);
      } else {
        line.entries().forEach(this::release);
        lines.add(
            SyncLine.of(
                SyncAction.BEYOND_CAPACITY,
                requireUnit(line),
                line.entries(),
                "the tenant has room for "
                    + room
                    + " of these beside "
                    + (rules.settings().capacity() - room)
                    + " others, and this comes after them"));
      }
    }
  }

  private static Unit requireUnit(SyncLine line) {
    Unit unit = line.unit();
    if (unit == null) {
      throw new IllegalStateException("no wish: " + line);
    }
    return unit;
  }

  private void release(Indicator entry) {
    kept.remove(String.valueOf(entry.id()));
    reasons.put(String.valueOf(entry.id()), "beyond capacity by its priority");
  }

  private SyncLine line(Unit unit) {
    List<Indicator> own = new ArrayList<>();
    List<Indicator> foreign = new ArrayList<>();
    List<Indicator> adopted = new ArrayList<>();
    for (Indicator entry : entries(unit.sent())) {
      if (rules.isOwn(entry)) {
        own.add(entry);
      } else if (rules.settings().conflicts() == ConflictPolicy.ADOPT && rules.isOfCreator(entry)) {
        adopted.add(entry);
      } else {
        foreign.add(entry);
      }
    }
    for (NewIndicator other : unit.others()) {
      for (Indicator entry : entries(other)) {
        if (!rules.isOwn(entry)) {
          foreign.add(entry);
        }
      }
    }
    Indicator equal = equal(unit, own);
    if (!foreign.isEmpty() && equal == null) {
      own.forEach(entry -> untouched.add(String.valueOf(entry.id())));
      for (NewIndicator other : unit.others()) {
        entries(other).forEach(entry -> untouched.add(String.valueOf(entry.id())));
      }
      return conflict(unit, foreign);
    }
    superseded(unit);
    if (equal != null) {
      doubles(own, equal);
      return keep(unit, equal, foreign);
    }
    if (own.isEmpty() && adopted.isEmpty()) {
      return SyncLine.of(SyncAction.CREATE, unit, List.of(), newWords(unit));
    }
    if (own.isEmpty()) {
      return adopt(unit, adopted);
    }
    own.addAll(adopted);
    return change(unit, own);
  }

  /** That it is new, and whose entries it may meet if groups are not a part of the identity. */
  private String newWords(Unit unit) {
    List<Indicator> others =
        byKey.getOrDefault(Identity.key(unit.sent()), List.of()).stream()
            .filter(entry -> !rules.isOwn(entry))
            .filter(entry -> !Identity.haveSameGroups(unit.sent(), entry))
            .toList();
    return others.isEmpty()
        ? "the tenant does not hold it"
        : "the tenant holds it for other device groups alone, by "
            + who(others)
            + "; no page says whether the service keeps the two apart";
  }

  private List<Indicator> entries(NewIndicator wish) {
    return byKey.getOrDefault(Identity.key(wish), List.of()).stream()
        .filter(entry -> Identity.haveSameGroups(wish, entry))
        .toList();
  }

  private Difference difference(Unit unit, Indicator entry) {
    return Difference.of(
        unit.sent(), entry, rules.planned(), rules.now(), rules.settings().renewal());
  }

  private @Nullable Indicator equal(Unit unit, Collection<Indicator> own) {
    for (Indicator entry : own) {
      if (difference(unit, entry).isNone()) {
        return entry;
      }
    }
    return null;
  }

  private SyncLine keep(Unit unit, Indicator entry, List<Indicator> foreign) {
    kept.add(String.valueOf(entry.id()));
    return SyncLine.of(
        SyncAction.KEEP,
        unit,
        List.of(entry),
        foreign.isEmpty() ? "as wished for" : "as wished for, beside one of " + who(foreign));
  }

  private SyncLine conflict(Unit unit, List<Indicator> foreign) {
    Indicator first = foreign.get(0);
    return SyncLine.of(
        SyncAction.CONFLICT,
        unit,
        foreign,
        who(foreign) + " has " + first.indicatorType() + " with " + first.action() + " here");
  }

  private String who(List<Indicator> foreign) {
    Indicator first = foreign.get(0);
    if (rules.isOfCreator(first)) {
      return "this application, without the mark,";
    }
    String name = first.createdByDisplayName();
    return name == null || name.isBlank() ? String.valueOf(first.createdBy()) : name;
  }

  private void doubles(List<Indicator> own, Indicator but) {
    for (Indicator entry : own) {
      if (!Objects.equals(entry.id(), but.id())) {
        reasons.put(String.valueOf(entry.id()), "the same again as entry " + but.id());
      }
    }
  }

  private void superseded(Unit unit) {
    for (NewIndicator other : unit.others()) {
      for (Indicator entry : entries(other)) {
        successors.put(String.valueOf(entry.id()), unit);
        reasons.put(
            String.valueOf(entry.id()),
            "the file's longer hash, " + unit.sent().indicatorType() + ", decides");
      }
    }
  }

  private SyncLine adopt(Unit unit, List<Indicator> adopted) {
    adopted.forEach(entry -> kept.add(String.valueOf(entry.id())));
    Indicator first = adopted.get(0);
    Difference difference = difference(unit, first);
    boolean replaces =
        rules.settings().mark().isInApplication()
            || (difference.isOfAction() && rules.replaces().test(unit));
    List<String> ids = adopted.stream().map(entry -> String.valueOf(entry.id())).toList();
    return SyncLine.change(
        unit,
        first,
        "taken over from this application's entries without the mark"
            + (replaces ? ": deleted and submitted again" : ""),
        replaces ? ids : ids.subList(1, ids.size()),
        difference.isOfAction());
  }

  private SyncLine change(Unit unit, List<Indicator> own) {
    Indicator best = own.get(0);
    for (Indicator entry : own) {
      // The mark may be one that an update does not set.
      if (rules.isOwn(entry)
          && difference(unit, best).isOfAction()
          && !difference(unit, entry).isOfAction()) {
        best = entry;
      }
    }
    kept.add(String.valueOf(best.id()));
    doubles(own, best);
    Difference difference = difference(unit, best);
    boolean replaces = difference.isOfAction() && rules.replaces().test(unit);
    List<String> first = new ArrayList<>();
    for (Indicator entry : own) {
      // An update might go to the double.
      boolean mayGo = !rules.isOwn(entry) || rules.mayDelete().test(entry);
      if (Objects.equals(entry.id(), best.id()) ? replaces : mayGo) {
        first.add(String.valueOf(entry.id()));
      }
    }
    return SyncLine.change(unit, best, words(difference, replaces), first, difference.isOfAction());
  }

  private String words(Difference difference, boolean replaces) {
    String words = String.join(", ", difference.words());
    if (replaces) {
      return words + ": deleted and submitted again";
    }
    boolean mayReplace =
        difference.isOfAction()
            && rules.settings().actionChanges() == ActionChanges.UPDATE_OR_REPLACE;
    return mayReplace ? words + ": in place, or deleted and submitted again if refused" : words;
  }
}
