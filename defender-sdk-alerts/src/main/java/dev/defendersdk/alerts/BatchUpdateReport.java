package dev.defendersdk.alerts;

import dev.defendersdk.core.error.DefenderException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a batch update: by the calls that were made, and by alerts. */
public final class BatchUpdateReport {

  /**
   * The alerts of one call.
   *
   * @param alertIds those that it was to change
   * @param outcome accepted, refused, unknown or not sent
   * @param error why it was not accepted; null if it was
   */
  public record Slice(
      List<String> alertIds, BatchUpdateOutcome outcome, @Nullable DefenderException error) {}

  private final List<Slice> slices;
  private final Map<String, BatchUpdateOutcome> alerts;
  private final boolean readBack;
  private final @Nullable DefenderException readBackError;

  BatchUpdateReport(
      List<Slice> slices,
      Map<String, BatchUpdateOutcome> alerts,
      boolean readBack,
      @Nullable DefenderException readBackError) {
    this.slices = List.copyOf(slices);
    this.alerts = Collections.unmodifiableMap(new LinkedHashMap<>(alerts));
    this.readBack = readBack;
    this.readBackError = readBackError;
  }

  /** The calls, in the order in which they were made, and last what was not sent. */
  public List<Slice> slices() {
    return slices;
  }

  /** What became of each alert, by its id, in the order in which they were given. */
  public Map<String, BatchUpdateOutcome> alerts() {
    return alerts;
  }

  /** The ids of the alerts of which this became: what to send again, say. */
  public List<String> alertIds(BatchUpdateOutcome outcome) {
    return alerts.entrySet().stream()
        .filter(alert -> alert.getValue() == outcome)
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Whether all was accepted; where it was to be read back, whether all was read and is as it
   * should be.
   */
  public boolean isComplete() {
    BatchUpdateOutcome wanted = readBack ? BatchUpdateOutcome.UPDATED : BatchUpdateOutcome.ACCEPTED;
    return alerts.values().stream().allMatch(wanted::equals);
  }

  /** The first error of a call; empty if all were accepted. */
  public Optional<DefenderException> firstError() {
    return slices.stream().map(Slice::error).filter(error -> error != null).findFirst();
  }

  /**
   * The first error of reading back; empty if there was none, or nothing was to be read. An alert
   * that could not be read keeps the outcome of its call.
   */
  public Optional<DefenderException> readBackError() {
    return Optional.ofNullable(readBackError);
  }

  /** Shows how many alerts there are of each outcome. */
  @Override
  public String toString() {
    Map<BatchUpdateOutcome, Integer> counts = new EnumMap<>(BatchUpdateOutcome.class);
    alerts.values().forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
    return "BatchUpdateReport" + counts;
  }
}
