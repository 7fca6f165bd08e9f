package dev.defendersdk.indicators.sync;

import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.indicators.Indicator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is deleted for wishes that are submitted then: from the deletion on, such a wish has to be
 * brought to an end, in which the tenant holds it, or again what was there before it.
 */
final class Replacements {

  private static final class Former {
    private final List<Indicator> entries;
    private final Set<String> gone = new HashSet<>();
    private @Nullable Failure failure;

    private Former(List<Indicator> entries) {
      this.entries = entries;
    }

    private List<Indicator> missing() {
      return entries.stream().filter(entry -> gone.contains(entry.id())).toList();
    }
  }

  /** Why a wish failed. */
  record Failure(@Nullable String reason, @Nullable DefenderException error) {}

  private final Map<String, Former> byLine = new LinkedHashMap<>();

  /** Takes note of what is about to be deleted for a line. */
  void begin(SyncLine line) {
    if (!line.formers().isEmpty()) {
      byLine.putIfAbsent(line.key(), new Former(line.formers()));
    }
  }

  /** Takes note of entries that are deleted. */
  void deleted(Collection<String> ids) {
    Set<String> gone = new HashSet<>(ids);
    byLine.values().forEach(former -> note(former, gone::contains));
  }

  /** Finds out by the list what is deleted, for what was not told, or otherwise. */
  void look(Set<String> listed) {
    byLine.values().removeIf(former -> former.failure == null && isWhole(former, listed));
    byLine.values().forEach(former -> note(former, id -> !listed.contains(id)));
  }

  private static boolean isWhole(Former former, Set<String> listed) {
    return former.entries.stream().allMatch(entry -> listed.contains(entry.id()));
  }

  private static void note(Former former, Predicate<String> isGone) {
    for (Indicator entry : former.entries) {
      String id = String.valueOf(entry.id());
      if (isGone.test(id)) {
        former.gone.add(id);
      }
    }
  }

  /** The wish is fulfilled, or was ended otherwise. */
  void end(String key) {
    byLine.remove(key);
  }

  /** The wish has failed: true if something is to be put back for it first. */
  boolean fail(String key, @Nullable String reason, @Nullable DefenderException error) {
    Former former = byLine.get(key);
    if (former == null || former.gone.isEmpty()) {
      byLine.remove(key);
      return false;
    }
    former.failure = new Failure(reason, error);
    return true;
  }

  /** The lines that have begun and not come to an end. */
  Set<String> halves() {
    Set<String> halves = new HashSet<>();
    byLine.forEach((key, former) -> addIf(halves, key, !former.gone.isEmpty()));
    return halves;
  }

  /** Of them, those whose wish has failed. */
  List<String> failed() {
    List<String> failed = new ArrayList<>();
    byLine.forEach((key, former) -> addIf(failed, key, former.failure != null));
    return failed;
  }

  private static void addIf(Collection<String> keys, String key, boolean condition) {
    if (condition) {
      keys.add(key);
    }
  }

  boolean isFailed(String key) {
    return failure(key) != null;
  }

  @Nullable Failure failure(String key) {
    Former former = byLine.get(key);
    return former == null ? null : former.failure;
  }

  /** What was deleted for a line. */
  List<Indicator> missing(String key) {
    Former former = byLine.get(key);
    return former == null ? List.of() : former.missing();
  }
}
