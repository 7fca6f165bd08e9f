package dev.defendersdk.indicators.sync;

import dev.defendersdk.indicators.NewIndicator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes wishes of a list, and refuses a list that contradicts itself or cannot be sent. */
final class Units {

  private static final int TOLD = 10;

  private final Settings settings;
  private final Instant now;
  private final List<Unit> units = new ArrayList<>();
  private final Map<String, Unit> byIdentity = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  private Units(Settings settings, Instant now) {
    this.settings = settings;
    this.now = now;
  }

  /**
   * The wishes by their priority. One that comes twice in the same words counts once.
   *
   * @throws IllegalArgumentException with up to ten problems
   */
  static List<Unit> of(DesiredList desired, Settings settings, Instant now) {
    Units all = new Units(settings, now);
    for (int i = 0; i < desired.size(); i++) {
      all.add(i, desired.wishes().get(i));
    }
    if (!all.problems.isEmpty()) {
      int left = all.problems.size() - TOLD;
      throw new IllegalArgumentException(
          "desired cannot be planned: "
              + String.join("; ", all.problems.subList(0, Math.min(TOLD, all.problems.size())))
              + (left > 0 ? "; and " + left + " more problems" : "")
              + ". Nothing was sent; correct the list, and plan again.");
    }
    Comparator<? super NewIndicator> priority = settings.priority();
    if (priority != null) {
      all.units.sort(Comparator.comparing(Unit::sent, priority)); // stable
    }
    return List.copyOf(all.units);
  }

  private void add(int index, List<NewIndicator> hashes) {
    List<NewIndicator> sent = new ArrayList<>();
    try {
      for (NewIndicator hash : hashes) {
        NewIndicator own = settings.mark().on(scoped(hash));
        NewIndicator unused = own.asOf(now);
        sent.add(own);
      }
    } catch (IllegalArgumentException e) {
      String why = String.valueOf(e.getMessage());
      problems.add(
          "desired["
              + index
              + "] "
              + hashes.get(0)
              + ": "
              + (why.endsWith(".") ? why.substring(0, why.length() - 1) : why));
      return;
    }
    Unit unit = new Unit(index, sent.get(0), List.copyOf(sent.subList(1, sent.size())));
    Unit same = null;
    for (NewIndicator hash : sent) {
      Unit other = byIdentity.putIfAbsent(Identity.key(hash) + " " + Identity.groups(hash), unit);
      same = same == null ? other : same;
    }
    if (same == null) {
      units.add(unit);
    } else if (!same.sent().equals(unit.sent()) || !same.others().equals(unit.others())) {
      problems.add(contradiction(same, unit));
    }
  }

  private NewIndicator scoped(NewIndicator indicator) {
    @Nullable List<String> groups = settings.groups();
    if (groups == null) {
      return indicator;
    }
    if (indicator.rbacGroupNames().isEmpty() && indicator.rbacGroupIds().isEmpty()) {
      return groups.isEmpty() ? indicator : indicator.rbacGroupNames(groups);
    }
    if (!settings.isInScope(indicator.rbacGroupNames(), indicator.rbacGroupIds())) {
      throw new IllegalArgumentException(
          "it is for the device groups "
              + (indicator.rbacGroupNames().isEmpty()
                  ? "of the ids " + indicator.rbacGroupIds()
                  : indicator.rbacGroupNames())
              + ", and the sync for "
              + (groups.isEmpty() ? "all devices" : groups)
              + ". Leave them out, or give it to a sync of its own.");
    }
    return indicator;
  }

  private static String contradiction(Unit one, Unit other) {
    return "desired["
        + one.index()
        + "] "
        + one.sent()
        + " and desired["
        + other.index()
        + "] "
        + other.sent()
        + " are one to the service and differ in "
        + differing(one, other)
        + ": keep one of them";
  }

  private static String differing(Unit one, Unit other) {
    Map<String, Object> a = one.sent().members();
    Map<String, Object> b = other.sent().members();
    Set<String> names = new TreeSet<>(a.keySet());
    names.addAll(b.keySet());
    names.removeIf(name -> a.containsKey(name) && a.get(name).equals(b.get(name)));
    if (names.isEmpty()) {
      return one.others().equals(other.others()) ? "their duration" : "the hashes of the file";
    }
    return String.join(", ", names);
  }
}
