package dev.defendersdk.examples.soar;

import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.machineactions.machines.Machine;
import dev.defendersdk.machineactions.response.WishResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What happened to which machine, and the reason where that is not what was wished for. */
final class ClosingTable {

  /** The steps of the playbook, each a column. */
  enum Step {
    ISOLATED,
    PACKAGE,
    SCRIPT,
    SCANNED,
    RELEASED;

    String title() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private record Row(String name, String platform, Map<Step, String> cells) {}

  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final List<String> reasons = new ArrayList<>();

  /** A row for each machine, in this order. */
  ClosingTable(Map<String, Machine> machines) {
    machines.forEach(
        (id, machine) ->
            rows.put(
                id,
                new Row(
                    Objects.requireNonNullElse(machine.computerDnsName(), id),
                    Objects.requireNonNullElse(machine.osPlatform(), "?"),
                    new EnumMap<>(Step.class))));
  }

  /** What became of a wish; its summary, if it was not fulfilled, is the reason. */
  void put(Step step, WishResult result) {
    String outcome = result.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    put(step, result.machineId(), outcome);
    if (!result.isFulfilled()) {
      addReason(step, result.machineId(), result.summary());
    }
  }

  /** What happened, as it was wished for. */
  void put(Step step, String machineId, String what) {
    row(machineId).cells().put(step, what);
  }

  /** What happened, not as it was wished for: the error says why. */
  void put(Step step, String machineId, String what, DefenderException error) {
    put(step, machineId, what);
    addReason(step, machineId, String.valueOf(error.getMessage()));
  }

  private void addReason(Step step, String machineId, String reason) {
    reasons.add(row(machineId).name() + ", " + step.title() + ": " + reason);
  }

  boolean isAsWished() {
    return reasons.isEmpty();
  }

  private Row row(String machineId) {
    return Objects.requireNonNull(rows.get(machineId), machineId);
  }

  @Override
  public String toString() {
    List<List<String>> lines = new ArrayList<>();
    List<String> titles = new ArrayList<>(List.of("machine", "platform"));
    for (Step step : Step.values()) {
      titles.add(step.title());
    }
    lines.add(titles);
    for (Row row : rows.values()) {
      List<String> cells = new ArrayList<>(List.of(row.name(), row.platform()));
      for (Step step : Step.values()) {
        cells.add(row.cells().getOrDefault(step, "-"));
      }
      lines.add(cells);
    }
    StringBuilder text = new StringBuilder(aligned(lines));
    if (!reasons.isEmpty()) {
      text.append(System.lineSeparator()).append("Not as wished:").append(System.lineSeparator());
      reasons.forEach(reason -> text.append("  ").append(reason).append(System.lineSeparator()));
    }
    return text.toString();
  }

  private static String aligned(List<List<String>> lines) {
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder cells = new StringBuilder();
      for (int column = 0; column < line.size(); column++) {
        int at = column;
        int width = lines.stream().mapToInt(each -> each.get(at).length()).max().orElse(0);
        cells.append(String.format(Locale.ROOT, "%-" + width + "s  ", line.get(column)));
      }
      text.append(cells.toString().stripTrailing()).append(System.lineSeparator());
    }
    return text.toString();
  }
}
