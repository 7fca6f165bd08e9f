package dev.defendersdk.indicators.sync;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.NewIndicator;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a sync was built with.
 *
 * @param createdBy null: the application of the token
 * @param priority null: as given
 * @param groups null: all; else the device groups that all of it is for
 * @param renewal the part of a duration that must be left
 */
record Settings(
    OwnerMark mark,
    @Nullable String createdBy,
    @Nullable Comparator<? super NewIndicator> priority,
    ConflictPolicy conflicts,
    ActionChanges actionChanges,
    @Nullable List<String> groups,
    int capacity,
    double renewal,
    CallOptions calls,
    @Nullable Consumer<SyncProgress> listener) {

  boolean isInScope(Indicator entry) {
    return groups == null || isInScope(entry.rbacGroupNames(), entry.rbacGroupIds());
  }

  /** Whether these are the device groups of the sync: ids alone are never, which go by name. */
  boolean isInScope(List<String> names, List<?> ids) {
    List<String> own = groups == null ? List.of() : groups;
    return Identity.lower(own).equals(Identity.lower(names)) && (!names.isEmpty() || ids.isEmpty());
  }
}
