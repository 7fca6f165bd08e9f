package dev.defendersdk.indicators.sync;

import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.NewIndicator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a plan says of one wish, or of one entry that is to be deleted, and why. Immutable. */
public final class SyncLine {

  private final SyncAction action;
  private final @Nullable Unit unit;
  private final List<Indicator> entries;
  private final String reason;
  private final List<String> deletedFirst;
  private final boolean changesAction;
  private final @Nullable String successor;
  private final List<Indicator> predecessors;

  private SyncLine(
      SyncAction action,
      @Nullable Unit unit,
      List<Indicator> entries,
      String reason,
      List<String> deletedFirst,
      boolean changesAction,
      @Nullable String successor,
      List<Indicator> predecessors) {
    this.action = action;
    this.unit = unit;
    this.entries = List.copyOf(entries);
    this.reason = reason;
    this.deletedFirst = List.copyOf(deletedFirst);
    this.changesAction = changesAction;
    this.successor = successor;
    this.predecessors = List.copyOf(predecessors);
  }

  static SyncLine of(SyncAction action, Unit unit, List<Indicator> entries, String reason) {
    return new SyncLine(action, unit, entries, reason, List.of(), false, null, List.of());
  }

  static SyncLine change(
      Unit unit, Indicator entry, String reason, List<String> deletedFirst, boolean changesAction) {
    return new SyncLine(
        SyncAction.CHANGE,
        unit,
        List.of(entry),
        reason,
        deletedFirst,
        changesAction,
        null,
        List.of());
  }

  static SyncLine delete(Indicator entry, String reason, @Nullable Unit successor) {
    return new SyncLine(
        SyncAction.DELETE,
        null,
        List.of(entry),
        reason,
        List.of(),
        false,
        successor == null ? null : key(successor),
        List.of());
  }

  /** The same, but that entries which it takes the place of are deleted first, to make room. */
  SyncLine inPlaceOf(List<Indicator> predecessors) {
    List<String> first = new ArrayList<>(deletedFirst);
    predecessors.forEach(entry -> first.add(String.valueOf(entry.id())));
    return new SyncLine(
        action, unit, entries, reason, first, changesAction, successor, predecessors);
  }

  /** What is done. */
  public SyncAction action() {
    return action;
  }

  /** What is wished for, as it is sent, with the mark; empty for an entry to be deleted. */
  public Optional<NewIndicator> desired() {
    return Optional.ofNullable(unit).map(Unit::sent);
  }

  /**
   * The tenant's entries that it is about: the one to be changed, kept or deleted, or those that
   * stand in the way.
   */
  public List<Indicator> entries() {
    return entries;
  }

  /** Why, in words. */
  public String reason() {
    return reason;
  }

  /** Whether the entry is deleted and submitted again, rather than updated in place. */
  public boolean isReplacement() {
    return action == SyncAction.CHANGE && deletedFirst.contains(entries.get(0).id());
  }

  /** What it is about, through all plans of one list. */
  String key() {
    return unit == null ? "entry " + entries.get(0).id() : key(unit);
  }

  static String key(Unit unit) {
    return "wish " + unit.index();
  }

  /** The wish that takes its place, and without which it is to stay; null if there is none. */
  @Nullable String successor() {
    return successor;
  }

  @Nullable Unit unit() {
    return unit;
  }

  /** The ids of entries that must be gone before it is sent. */
  List<String> deletedFirst() {
    return deletedFirst;
  }

  /** Those of them that protect until then, and are to be there again if it fails. */
  List<Indicator> formers() {
    List<Indicator> formers = new ArrayList<>(predecessors);
    if (isReplacement()) {
      formers.add(entries.get(0));
    }
    return formers;
  }

  /** How many entries more the tenant holds when it is sent, at the most. */
  int growth() {
    boolean isNew = action == SyncAction.CREATE || isReplacement();
    return (isNew ? 1 : 0) - deletedFirst.size();
  }

  /** Whether it asks for another action in place, which the service may refuse. */
  boolean changesActionInPlace() {
    return changesAction && !isReplacement();
  }

  boolean isSent() {
    return action == SyncAction.CREATE || action == SyncAction.CHANGE;
  }

  /** Whether there is anything to do. */
  boolean isToDo() {
    return isSent() || action == SyncAction.DELETE;
  }

  /** What it is about, in words: type, value, and the action wished for or held. */
  String subject() {
    if (unit != null) {
      NewIndicator sent = unit.sent();
      return sent.indicatorType() + " " + sent.indicatorValue() + ", " + sent.action();
    }
    Indicator entry = entries.get(0);
    return entry.indicatorType() + " " + entry.indicatorValue() + ", " + entry.action();
  }

  @Override
  public String toString() {
    return action + " " + subject() + ": " + reason;
  }
}
