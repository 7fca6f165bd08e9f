package dev.defendersdk.alerts;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.argument.Ids;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/**
 * One change of many alerts, and how it is sent. Immutable: every method returns a new one. Page:
 * batch-update-alerts.md.
 */
public final class BatchUpdate {

  // No page says how many ids one call takes; a community's description says 500.
  private static final int SLICE = 100;
  private static final int LARGEST_SLICE = 10_000;

  private final List<String> alertIds;
  private final AlertUpdate update;
  private final int sliceSize;
  private final boolean readsBack;

  private BatchUpdate(List<String> alertIds, AlertUpdate update, int sliceSize, boolean readsBack) {
    this.alertIds = alertIds;
    this.update = update;
    this.sliceSize = sliceSize;
    this.readsBack = readsBack;
  }

  /**
   * A change of these alerts, in slices of 100.
   *
   * @param alertIds any number of them; one that comes twice counts once
   * @param update at least one change
   */
  public static BatchUpdate of(Collection<String> alertIds, AlertUpdate update) {
    List<String> ids = Ids.opaque(alertIds, "alertIds", "Alert.id()");
    return new BatchUpdate(
        List.copyOf(new LinkedHashSet<>(ids)), AlertUpdate.change(update), SLICE, false);
  }

  /**
   * How many alerts one call changes, at the most. No page states a bound. Where the service names
   * one, the rest is cut by it.
   */
  public BatchUpdate sliceSize(int sliceSize) {
    return new BatchUpdate(
        alertIds, update, Check.between(sliceSize, 1, LARGEST_SLICE, "sliceSize"), readsBack);
  }

  /**
   * Reads the alerts afterwards, since the service says nothing of each: those that changed of late
   * by one list, and every other by itself. Where the service refuses a call since an alert is not
   * there, those of the call are read, and it is sent again without the missing. Costs calls, and
   * needs a permission to read.
   */
  public BatchUpdate readBack() {
    return new BatchUpdate(alertIds, update, sliceSize, true);
  }

  List<String> alertIds() {
    return alertIds;
  }

  AlertUpdate update() {
    return update;
  }

  int sliceSize() {
    return sliceSize;
  }

  boolean readsBack() {
    return readsBack;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BatchUpdate that
        && that.alertIds.equals(alertIds)
        && that.update.equals(update)
        && that.sliceSize == sliceSize
        && that.readsBack == readsBack;
  }

  @Override
  public int hashCode() {
    return Objects.hash(alertIds, update, sliceSize, readsBack);
  }

  /** Shows how many alerts it changes, and what of them. */
  @Override
  public String toString() {
    return "BatchUpdate[" + alertIds.size() + " alerts, " + update + "]";
  }
}
