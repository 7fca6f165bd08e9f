package dev.defendersdk.indicators;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ForbiddenException;
import dev.defendersdk.core.error.NotFoundException;
import dev.defendersdk.indicators.BatchDeleteReport.Item;
import dev.defendersdk.indicators.internal.Ending;
import dev.defendersdk.indicators.internal.Slices;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one batch delete, slice after slice. A call that succeeds deletes its whole slice.
 * One that does not leaves open what became of each id, and is settled: a few ids are deleted one
 * by one; of more, the list shows which are still there, and these are sent again, or by halves if
 * none is gone, until those that the service refuses are found. So no id costs a call of its own
 * but the few that tell the whole slice's fate.
 */
final class BatchDeleteRun {

  // Fewer are deleted one by one: a list of the tenant is up to 15,000 indicators.
  private static final int FEW = 5;

  // Twice as many as it takes to find the one among 500 that the service refuses.
  private static final int REFUSED_THROUGHOUT = 16;

  private static final Pattern ID = Pattern.compile("[0-9]+");

  private final DefenderClient defender;
  private final CallOptions options;
  private final List<String> ids;
  // What is known of each so far; of those that were not sent yet, nothing.
  private final Map<String, Item> items = new HashMap<>();
  private final Ending ending = new Ending();
  private int size = Slices.LARGEST;
  private int forbiddenInARow;

  BatchDeleteRun(
      DefenderClient defender, @Nullable Collection<String> indicatorIds, CallOptions options) {
    this.defender = defender;
    this.options = Check.notNull(options, "options");
    List<String> given = Check.size(indicatorIds, Integer.MAX_VALUE, "indicatorIds");
    for (int i = 0; i < given.size(); i++) {
      String unused = id(given.get(i), "indicatorIds[" + i + "]");
    }
    this.ids = List.copyOf(new LinkedHashSet<>(given));
  }

  /** The call that deletes one alone. */
  static Call<Void> single(@Nullable String indicatorId) {
    return Call.of(IndicatorOperations.DELETE).path("id", id(indicatorId, "indicatorId"));
  }

  // One that is malformed would have the service refuse all others with it.
  private static String id(@Nullable String given, String name) {
    String id = Check.notBlank(given, name);
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          name
              + " is "
              + Check.quote(id)
              + ": it must consist of decimal digits, as Indicator.id() has them. Pass that.");
    }
    return id;
  }

  BatchDeleteReport report() {
    int next = 0;
    while (next < ids.size() && !ending.isReached()) {
      List<String> slice = ids.subList(next, Math.min(next + size, ids.size()));
      delete(slice);
      next += slice.size();
    }
    DefenderException last = ending.error();
    return new BatchDeleteReport(
        ids.stream()
            .map(id -> items.getOrDefault(id, new Item(id, BatchDeleteOutcome.NOT_SENT, last)))
            .toList());
  }

  /** Deletes these by one call, and settles what that leaves open. */
  private void delete(List<String> part) {
    if (part.isEmpty() || ending.isReached()) {
      return;
    }
    DefenderException error = tried(part);
    int allowed = error == null ? 0 : Slices.allowed(error, part.size());
    if (error == null) {
      became(part, BatchDeleteOutcome.DELETED, null);
    } else if (allowed > 0) {
      size = allowed;
      deleteByParts(part, allowed);
    } else if (lacksPermission(error)) {
      became(part, BatchDeleteOutcome.REFUSED, error);
    } else if (isOfOne(error) || error.mayHaveActed()) {
      settle(part, error);
    } else if (Slices.isRefusing(error)) {
      became(part, BatchDeleteOutcome.REFUSED, error);
    } else {
      // Nothing was sent: what is known of them from a call before stays so.
      part.forEach(id -> items.putIfAbsent(id, new Item(id, BatchDeleteOutcome.NOT_SENT, error)));
    }
  }

  private void deleteByParts(List<String> ids, int largest) {
    for (int i = 0; i < ids.size(); i += largest) {
      delete(ids.subList(i, Math.min(i + largest, ids.size())));
    }
  }

  /** Finds out what a call did that was refused for one of these, or whose answer was lost. */
  private void settle(List<String> part, DefenderException error) {
    open(part, error);
    if (part.size() <= FEW) {
      part.forEach(this::deleteAlone);
      return;
    }
    Set<String> listed;
    try {
      listed = listed();
    } catch (DefenderException e) {
      failed(e);
      if (isRefusedByRights(error) && e.kind() == ErrorKind.FORBIDDEN) {
        became(part, BatchDeleteOutcome.REFUSED, error);
      }
      return;
    }
    List<String> left = part.stream().filter(listed::contains).toList();
    List<String> unlisted = part.stream().filter(id -> !listed.contains(id)).toList();
    became(unlisted, BatchDeleteOutcome.NOT_LISTED, error);
    if (isRefusedByRights(error)) {
      became(left, BatchDeleteOutcome.REFUSED, error);
    }
    if (left.size() < part.size()) {
      delete(left);
    } else if (isOfOne(error)) {
      deleteByParts(left, (left.size() + 1) / 2);
    }
    if (unlisted.size() <= FEW) {
      unlisted.forEach(this::deleteAlone);
    }
  }

  // A second 403 does not make less certain what a first one and the list said.
  private void open(List<String> part, DefenderException error) {
    for (String id : part) {
      Item known = items.get(id);
      boolean isRefused = known != null && known.outcome() == BatchDeleteOutcome.REFUSED;
      if (!isRefused || !isRefusedByRights(error)) {
        became(id, BatchDeleteOutcome.UNKNOWN, error);
      }
    }
  }

  /** Whether one id may have made the service refuse all. */
  private static boolean isOfOne(DefenderException error) {
    return error.kind() == ErrorKind.NOT_FOUND || error.kind() == ErrorKind.FORBIDDEN;
  }

  private static boolean isRefusedByRights(DefenderException error) {
    return error.kind() == ErrorKind.FORBIDDEN && !error.mayHaveActed();
  }

  private static boolean lacksPermission(DefenderException error) {
    return error instanceof ForbiddenException forbidden
        && !error.mayHaveActed()
        && !forbidden.requiredPermissions().isEmpty()
        && !forbidden.heldPermissions().isEmpty()
        && Collections.disjoint(forbidden.requiredPermissions(), forbidden.heldPermissions());
  }

  private Set<String> listed() {
    Set<String> listed =
        defender.list(Call.of(IndicatorOperations.LIST), options).stream()
            .map(Indicator::id)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    ending.succeeded();
    return listed;
  }

  // What the service does not say of it, stays as it was known.
  private void deleteAlone(String id) {
    if (ending.isReached()) {
      return;
    }
    DefenderException error = tried(single(id));
    if (error == null) {
      became(id, BatchDeleteOutcome.DELETED, null);
    } else if (error instanceof NotFoundException) {
      became(id, BatchDeleteOutcome.GONE, null);
    } else if (Slices.isRefusing(error)) {
      became(id, BatchDeleteOutcome.REFUSED, error);
    }
  }

  private @Nullable DefenderException tried(List<String> part) {
    return tried(Call.of(IndicatorOperations.BATCH_DELETE).member("IndicatorIds", part));
  }

  private @Nullable DefenderException tried(Call<Void> call) {
    try {
      Void unused = defender.execute(call, options);
      ending.succeeded();
      forbiddenInARow = 0;
      return null;
    } catch (DefenderException e) {
      failedToDelete(e);
      return e;
    }
  }

  // A 403 may be of one id alone; so it ends the run only where it says more, or stays.
  private void failedToDelete(DefenderException e) {
    if (e.kind() != ErrorKind.FORBIDDEN) {
      failed(e);
    } else if (lacksPermission(e) || ++forbiddenInARow == REFUSED_THROUGHOUT) {
      ending.endBy(e);
    }
  }

  private void failed(DefenderException e) {
    ending.failed(e);
  }

  private void became(
      List<String> part, BatchDeleteOutcome outcome, @Nullable DefenderException error) {
    part.forEach(id -> became(id, outcome, error));
  }

  private void became(String id, BatchDeleteOutcome outcome, @Nullable DefenderException error) {
    items.put(id, new Item(id, outcome, error));
  }
}
