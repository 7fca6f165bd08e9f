package dev.defendersdk.indicators;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.argument.Ids;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.NotFoundException;
import dev.defendersdk.indicators.BatchDeleteReport.Item;
import dev.defendersdk.indicators.internal.Slices;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Carries out one batch delete: slice after slice, and settles those that were refused. */
final class BatchDeleteRun {

  // Fewer are deleted one by one at once: a list of the tenant is up to 15,000 indicators.
  private static final int WORTH_A_LIST = 5;

  private final DefenderClient defender;
  private final CallOptions options;
  private final Map<String, @Nullable Item> items = new LinkedHashMap<>();
  private @Nullable DefenderException ending;

  BatchDeleteRun(
      DefenderClient defender, @Nullable Collection<String> indicatorIds, CallOptions options) {
    this.defender = defender;
    this.options = Check.notNull(options, "options");
    List<String> given = Ids.opaque(indicatorIds, "indicatorIds", "Indicator.id()");
    given.forEach(id -> items.put(id, null));
  }

  static Call<Void> single(@Nullable String indicatorId) {
    return Call.of(IndicatorOperations.DELETE)
        .path("id", Ids.opaque(indicatorId, "indicatorId", "Indicator.id()"));
  }

  BatchDeleteReport report() {
    int size = Slices.LARGEST;
    List<String> ids = List.copyOf(items.keySet());
    int next = 0;
    while (next < ids.size() && ending == null) {
      List<String> slice = ids.subList(next, Math.min(next + size, ids.size()));
      DefenderException error = send(slice);
      int allowed = error == null ? 0 : Slices.allowed(error, slice.size());
      if (allowed > 0) {
        size = allowed;
        continue;
      }
      if (error == null) {
        slice.forEach(id -> ended(id, BatchDeleteOutcome.DELETED, null));
      } else {
        settle(slice, error);
      }
      next += slice.size();
    }
    DefenderException last = ending;
    return new BatchDeleteReport(
        items.entrySet().stream()
            .map(
                item ->
                    item.getValue() == null
                        ? new Item(item.getKey(), BatchDeleteOutcome.NOT_SENT, last)
                        : item.getValue())
            .toList());
  }

  private @Nullable DefenderException send(List<String> slice) {
    try {
      Void unused =
          defender.execute(
              Call.of(IndicatorOperations.BATCH_DELETE).member("IndicatorIds", slice), options);
      return null;
    } catch (DefenderException e) {
      return e;
    }
  }

  /** Finds out what became of a slice that was not answered by a success. */
  private void settle(List<String> slice, DefenderException error) {
    boolean isOfOne = isOfOne(error);
    if (isOfOne && slice.size() <= WORTH_A_LIST) {
      slice.forEach(this::deleteAlone);
    } else if (isOfOne || isLost(error)) {
      settleByList(slice, error);
    } else {
      fail(slice, error);
    }
  }

  /** Whether one id may have made the service refuse all. */
  private static boolean isOfOne(DefenderException error) {
    return error.kind() == ErrorKind.NOT_FOUND || error.kind() == ErrorKind.FORBIDDEN;
  }

  private static boolean isLost(DefenderException error) {
    return error.attempts() > 0 && !Slices.isRefusing(error) && !Slices.isEnding(error);
  }

  private void settleByList(List<String> slice, DefenderException error) {
    Set<String> listed;
    try {
      listed = listed();
    } catch (DefenderException e) {
      // Neither may be had without the permission; else what the refused call did is not known.
      if (e.kind() == ErrorKind.FORBIDDEN) {
        fail(slice, error);
      } else {
        fail(slice, e, BatchDeleteOutcome.UNKNOWN);
      }
      return;
    }
    List<String> left = slice.stream().filter(listed::contains).toList();
    List<String> unlisted = slice.stream().filter(id -> !listed.contains(id)).toList();
    if (error.kind() == ErrorKind.FORBIDDEN) {
      // What is not listed is deleted, or of a device group that this caller does not see.
      unlisted.forEach(this::deleteAlone);
    } else {
      unlisted.forEach(id -> ended(id, BatchDeleteOutcome.GONE, null));
    }
    if (left.isEmpty() || ending != null) {
      return;
    }
    DefenderException again = send(left);
    if (again == null) {
      left.forEach(id -> ended(id, BatchDeleteOutcome.DELETED, null));
    } else if (isOfOne(again)) {
      left.forEach(this::deleteAlone);
    } else {
      fail(left, again);
    }
  }

  private Set<String> listed() {
    return defender.list(Call.of(IndicatorOperations.LIST), options).stream()
        .map(Indicator::id)
        .filter(id -> id != null)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void deleteAlone(String id) {
    if (ending != null) {
      return;
    }
    try {
      Void unused = defender.execute(single(id), options);
      ended(id, BatchDeleteOutcome.DELETED, null);
    } catch (NotFoundException e) {
      ended(id, BatchDeleteOutcome.GONE, null);
    } catch (DefenderException e) {
      if (e.kind() == ErrorKind.FORBIDDEN) {
        ended(id, BatchDeleteOutcome.REFUSED, e);
      } else {
        fail(List.of(id), e);
      }
    }
  }

  private void fail(List<String> slice, DefenderException error) {
    boolean isSent = error.attempts() > 0;
    fail(
        slice,
        error,
        Slices.isRefusing(error)
            ? BatchDeleteOutcome.REFUSED
            : isSent ? BatchDeleteOutcome.UNKNOWN : BatchDeleteOutcome.NOT_SENT);
  }

  private void fail(List<String> slice, DefenderException error, BatchDeleteOutcome outcome) {
    slice.forEach(id -> ended(id, outcome, error));
    if (Slices.isEnding(error)) {
      ending = error;
    }
  }

  private void ended(String id, BatchDeleteOutcome outcome, @Nullable DefenderException error) {
    items.put(id, new Item(id, outcome, error));
  }
}
