package dev.defendersdk.testkit.internal.indicators;

import dev.defendersdk.testkit.indicators.NewTenantIndicator;
import dev.defendersdk.testkit.internal.api.Timestamps;
import dev.defendersdk.testkit.internal.odata.Row;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All indicators of a tenant, whoever made them. Guarded by the cloud's lock. */
public final class IndicatorBook {

  /** Page: post-ti-indicator.md. */
  private static final int CAPACITY = 15_000;

  private static final List<String> TO_BE_READ =
      List.of("rbacGroupNames", "rbacGroupIds", "mitreTechniques");

  private record Expiry(Instant when, long id) {}

  private final NavigableMap<Long, Held> byId = new TreeMap<>();
  private final Map<String, Set<Long>> byKey = new HashMap<>();
  private final PriorityQueue<Expiry> expiries =
      new PriorityQueue<>(Comparator.comparing(Expiry::when));
  private final Map<String, String> failures = new HashMap<>();
  private final Set<String> leftOut = new HashSet<>();
  private final Set<String> kept = new HashSet<>();
  private final Set<String> unseenGroups = new HashSet<>();
  private int capacity = CAPACITY;
  private long lastId;

  /** Deletes what has expired. */
  public void settle(Instant now) {
    while (!expiries.isEmpty() && !expiries.peek().when().isAfter(now)) {
      Held held = byId.get(expiries.remove().id());
      Instant expires = held == null ? null : held.expires();
      if (held != null && expires != null && !expires.isAfter(now)) {
        remove(held);
      }
    }
  }

  /** Adds what somebody made, unchecked. */
  public Held put(NewTenantIndicator indicator, Instant now) {
    return add(indicator.members(), now);
  }

  Held add(Map<String, @Nullable Object> members, Instant now) {
    Row.Builder row = Held.SCHEMA.row();
    long id = ++lastId;
    TO_BE_READ.forEach(name -> row.set(name, List.of()));
    row.set("category", 1).set("historicalDetection", false);
    members.forEach(row::set);
    Instant time = Timestamps.toTicks(now);
    row.set("id", String.valueOf(id))
        .set("creationTimeDateTimeUtc", time)
        .set("lastUpdateTime", time);
    return store(new Held(id, row.build()));
  }

  /** The same under an id of its own. */
  Held again(Held held) {
    long id = ++lastId;
    return new Held(id, held.row().with("id", String.valueOf(id)));
  }

  /** Takes the place of the one of this id. */
  Held store(Held held) {
    byId.put(held.id(), held);
    byKey.computeIfAbsent(held.key(), key -> new TreeSet<>()).add(held.id());
    Instant expires = held.expires();
    if (expires != null) {
      expiries.add(new Expiry(expires, held.id()));
    }
    return held;
  }

  /** Removes one for good. */
  public void remove(Held held) {
    byId.remove(held.id());
    Set<Long> ids = byKey.get(held.key());
    if (ids != null && ids.remove(held.id()) && ids.isEmpty()) {
      byKey.remove(held.key());
    }
  }

  /** Lets the deletion of one be refused, though it is seen. */
  public void keep(String id) {
    kept.add(id);
  }

  boolean isKept(Held held) {
    return kept.contains(String.valueOf(held.id()));
  }

  /** The one of this id; null if there is none. */
  public @Nullable Held find(String id) {
    return id.matches("\\d{1,18}") ? byId.get(Long.parseLong(id)) : null;
  }

  /** The first of this type and value that passes; null if there is none. */
  @Nullable Held find(String type, String value, Predicate<Held> condition) {
    for (long id : byKey.getOrDefault(Held.key(type, value), Set.of())) {
      Held held = byId.get(id);
      if (held != null && condition.test(held)) {
        return held;
      }
    }
    return null;
  }

  /** By their ids. */
  public List<Held> all() {
    return List.copyOf(byId.values());
  }

  boolean isFull() {
    return byId.size() >= capacity;
  }

  public void capacity(int value) {
    capacity = value;
  }

  public int capacity() {
    return capacity;
  }

  /** Lets indicators of a value fail; no longer if the reason is null. Any action if blank. */
  public void fail(String value, String action, @Nullable String reason) {
    String key = failureKey(value, action);
    if (reason == null) {
      failures.remove(key);
    } else {
      failures.put(key, reason);
    }
  }

  @Nullable String failure(String value, String action) {
    String failure = failures.get(failureKey(value, ""));
    return failure == null ? failures.get(failureKey(value, action)) : failure;
  }

  private static String failureKey(String value, String action) {
    return action + " " + value.toLowerCase(Locale.ROOT);
  }

  /** Leaves the results of a value out of the answers to imports. */
  public void leaveResultOut(String value) {
    leftOut.add(value.toLowerCase(Locale.ROOT));
  }

  boolean isResultLeftOut(String value) {
    return leftOut.contains(value.toLowerCase(Locale.ROOT));
  }

  /** Makes a device group one that callers do not see. */
  public void unseenGroup(String name) {
    unseenGroups.add(name);
  }

  boolean isUnseen(Held held) {
    return held.groups().stream().anyMatch(unseenGroups::contains);
  }
}
