package dev.defendersdk.testkit.journal;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the tenant saw and did: the one witness of what a client really sent. Safe for use by many
 * threads; each reading is a snapshot, in order of arrival.
 */
public final class Journal {

  private final Supplier<List<JournalEntry>> source;

  /**
   * A journal over a source of entries.
   *
   * @param source hands out an immutable snapshot each time
   */
  public Journal(Supplier<List<JournalEntry>> source) {
    this.source = Objects.requireNonNull(source, "source");
  }

  /** All requests. */
  public List<JournalEntry> entries() {
    return source.get();
  }

  /**
   * The requests of one operation.
   *
   * @param operationId such as {@code machines.isolate}
   */
  public List<JournalEntry> of(String operationId) {
    Objects.requireNonNull(operationId, "operationId");
    return stream().filter(entry -> operationId.equals(entry.operationId())).toList();
  }

  /** The requests that changed something. */
  public List<JournalEntry> effects() {
    return stream().filter(entry -> entry.effect() != null).toList();
  }

  /** How many requests were answered with this status. */
  public long count(int status) {
    return stream().filter(entry -> entry.status() != null && entry.status() == status).count();
  }

  /**
   * The last request.
   *
   * @throws IllegalStateException if there was none
   */
  public JournalEntry last() {
    List<JournalEntry> entries = entries();
    if (entries.isEmpty()) {
      throw new IllegalStateException("the tenant has seen no request yet");
    }
    return entries.get(entries.size() - 1);
  }

  /** All requests as a table for humans, one a line, times in UTC. */
  public String table() {
    return JournalTable.print(entries());
  }

  @Override
  public String toString() {
    return "Journal[" + entries().size() + " requests]";
  }

  private Stream<JournalEntry> stream() {
    return entries().stream();
  }
}
