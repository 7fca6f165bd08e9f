package dev.defendersdk.indicators.sync;

import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.IndicatorType;
import dev.defendersdk.indicators.NewIndicator;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What makes two indicators one: type, value and device groups.
 *
 * <p>Doubt: what the service goes by when it updates is on no page. post-ti-indicator.md says that
 * a submit updates; lists are seen with several entries of one type and value, of other actions. If
 * it went by type and value alone, an indicator for one device group would take the place of that
 * for another.
 */
final class Identity {

  private Identity() {}

  /** Type and value of an entry, for a map. */
  static String key(Indicator entry) {
    IndicatorType type = entry.indicatorType();
    String value = entry.indicatorValue();
    return type == null || value == null ? "" : key(type, type.comparable(value));
  }

  /** Type and value of an indicator, for a map. */
  static String key(NewIndicator indicator) {
    return key(indicator.indicatorType(), indicator.indicatorValue());
  }

  private static String key(IndicatorType type, String value) {
    return type.value().toLowerCase(Locale.ROOT) + " " + value;
  }

  /** Device groups of an indicator, for a map: by name, and by id where it names none. */
  static String groups(NewIndicator indicator) {
    Set<String> names = lower(indicator.rbacGroupNames());
    return names.isEmpty() ? new TreeSet<>(indicator.rbacGroupIds()).toString() : names.toString();
  }

  static boolean haveSameGroups(NewIndicator indicator, Indicator entry) {
    if (!indicator.rbacGroupNames().isEmpty()) {
      return lower(indicator.rbacGroupNames()).equals(lower(entry.rbacGroupNames()));
    }
    if (!indicator.rbacGroupIds().isEmpty()) {
      return new HashSet<>(indicator.rbacGroupIds()).equals(new HashSet<>(entry.rbacGroupIds()));
    }
    return entry.rbacGroupNames().isEmpty() && entry.rbacGroupIds().isEmpty();
  }

  /** Whether two entries are one but for their ids. */
  static boolean isSame(Indicator one, Indicator other) {
    return key(one).equals(key(other))
        && lower(one.rbacGroupNames()).equals(lower(other.rbacGroupNames()))
        && new HashSet<>(one.rbacGroupIds()).equals(new HashSet<>(other.rbacGroupIds()));
  }

  static Set<String> lower(Collection<String> names) {
    Set<String> lower = new TreeSet<>();
    names.forEach(name -> lower.add(name.strip().toLowerCase(Locale.ROOT)));
    return lower;
  }
}
