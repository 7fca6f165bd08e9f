package dev.defendersdk.testkit.internal.actions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The commands of a live response session. They run one at a time and in order, and a failing one
 * keeps the later ones from running. Guarded by the cloud's lock.
 */
final class Session {

  /**
   * One command and what becomes of it.
   *
   * @param given as it was sent
   * @param nanos how long it runs
   * @param error why it fails; null if it does not
   * @param result the file behind its link; null if it has none
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes the array
  record Command(
      String type, Object given, long nanos, @Nullable String error, byte @Nullable [] result) {}

  private final List<Command> commands;
  private @Nullable Instant started;
  private @Nullable Instant seen;

  Session(List<Command> commands) {
    this.commands = List.copyOf(commands);
  }

  /** How long those run that are run at all. */
  long nanos() {
    long nanos = 0;
    for (Command command : commands) {
      nanos += command.nanos();
      if (command.error() != null) {
        break;
      }
    }
    return nanos;
  }

  boolean succeeds() {
    return commands.stream().allMatch(command -> command.error() == null);
  }

  /** The first command runs from this instant. */
  void begin(Instant at) {
    started = at;
    seen = at;
  }

  /** Moves it on to an instant; nothing moves before it has begun. */
  void settle(Instant now) {
    seen = now;
  }

  @Nullable Command command(int index) {
    return index >= 0 && index < commands.size() ? commands.get(index) : null;
  }

  String status(int index) {
    Instant end = endOf(index);
    Instant now = seen;
    if (end == null || now == null) {
      return "Created";
    }
    Command command = commands.get(index);
    if (!now.isBefore(end)) {
      return command.error() == null ? "Completed" : "Failed";
    }
    return now.isBefore(end.minusNanos(command.nanos())) ? "Created" : "Executing";
  }

  private @Nullable Instant endOf(int index) {
    Instant end = started;
    for (int i = 0; end != null && i <= index; i++) {
      boolean reached = i == 0 || commands.get(i - 1).error() == null;
      end = reached ? end.plusNanos(commands.get(i).nanos()) : null;
    }
    return end;
  }

  /** The commands as the service shows them. */
  List<Map<String, @Nullable Object>> rows() {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < commands.size(); i++) {
      Command command = commands.get(i);
      String status = status(i);
      Instant end = endOf(i);
      boolean begun = end != null && !status.equals("Created");
      boolean ended = begun && !status.equals("Executing");
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("index", i);
      row.put("startTime", begun && end != null ? end.minusNanos(command.nanos()) : null);
      row.put("endTime", ended ? end : null);
      row.put("commandStatus", status);
      row.put(
          "errors",
          status.equals("Failed") && command.error() != null
              ? List.of(command.error())
              : List.of());
      row.put("command", command.given());
      rows.add(row);
    }
    return rows;
  }
}
