package dev.defendersdk.testkit.internal.hunting;

import dev.defendersdk.testkit.internal.api.Timestamps;
import dev.defendersdk.testkit.internal.machines.Machine;
import dev.defendersdk.testkit.internal.machines.MachineBook;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The events of a tenant: those that its owner adds, and two of each machine, made up from its id.
 * And what its owner sets: how much a query may bring, when quotas come again, when the old route
 * ends. Guarded by the cloud's lock.
 */
public final class EventBook {

  /** Those that the pages name (hunting.md, Samples), with the columns that they name, and more. */
  private static final Set<String> TABLES =
      Set.of(
          "DeviceProcessEvents",
          "DeviceRegistryEvents",
          "DeviceFileEvents",
          "DeviceNetworkEvents",
          "DeviceImageLoadEvents",
          "DeviceLogonEvents",
          "DeviceEvents");

  private final MachineBook machines;
  private final Map<String, Map<String, Kind>> columns = new LinkedHashMap<>();
  private final Map<String, List<Map<String, @Nullable Object>>> rows = new LinkedHashMap<>();
  private int mostRows = 100_000;
  private long mostBytes = 50_000_000;
  private Instant cpuFrom = Instant.MIN;
  private Instant runTimeFrom = Instant.MIN;
  private Instant oldRouteEnds = Instant.parse("2027-02-01T00:00:00Z");

  public EventBook(MachineBook machines) {
    this.machines = machines;
    TABLES.forEach(table -> columns.put(table, usualColumns()));
  }

  private static Map<String, Kind> usualColumns() {
    Map<String, Kind> usual = new LinkedHashMap<>();
    usual.put("Timestamp", Kind.TIME);
    usual.put("DeviceId", Kind.TEXT);
    usual.put("DeviceName", Kind.TEXT);
    usual.put("ActionType", Kind.TEXT);
    usual.put("FileName", Kind.TEXT);
    usual.put("ProcessCommandLine", Kind.TEXT);
    usual.put("InitiatingProcessFileName", Kind.TEXT);
    usual.put("AdditionalFields", Kind.TEXT);
    usual.put("ReportId", Kind.NUMBER);
    return usual;
  }

  /** Adds an event; a column that its table does not have yet is added too. */
  public void add(String table, Map<String, ?> values) {
    Map<String, Kind> known = columns.computeIfAbsent(table, name -> usualColumns());
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          Kind kind = Kind.of(value);
          Kind before = known.putIfAbsent(name, kind);
          if (before != null && before != kind) {
            throw new IllegalArgumentException(
                name + " is of type " + kind.type() + ": the column holds " + before.type());
          }
          row.put(name, kept(value));
        });
    rows.computeIfAbsent(table, name -> new ArrayList<>()).add(Collections.unmodifiableMap(row));
  }

  private static Object kept(Object value) {
    if (value instanceof Integer number) {
      return number.longValue();
    }
    if (value instanceof Double number) {
      return BigDecimal.valueOf(number);
    }
    return value instanceof Instant instant ? Timestamps.toTicks(instant) : value;
  }

  /** A table with all its rows; null if there is none of this name. */
  @Nullable EventTable table(String name) {
    Map<String, Kind> known = columns.get(name);
    if (known == null) {
      return null;
    }
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    if (name.equals("DeviceProcessEvents")) {
      machines.all().forEach(machine -> all.add(process(machine)));
    } else if (name.equals("DeviceNetworkEvents")) {
      machines.all().forEach(machine -> all.add(connection(machine)));
    }
    all.addAll(rows.getOrDefault(name, List.of()));
    return new EventTable(Collections.unmodifiableMap(known), all);
  }

  private static Map<String, @Nullable Object> process(Machine machine) {
    Map<String, @Nullable Object> row = event(machine, "process");
    row.put("ActionType", "ProcessCreated");
    row.put("FileName", "conhost.exe");
    row.put("ProcessCommandLine", "conhost.exe 0xffffffff -ForceV1");
    row.put("InitiatingProcessFileName", "powershell.exe");
    return row;
  }

  private static Map<String, @Nullable Object> connection(Machine machine) {
    Map<String, @Nullable Object> row = event(machine, "connection");
    row.put("ActionType", "ConnectionSuccess");
    row.put("InitiatingProcessFileName", "svchost.exe");
    row.put("AdditionalFields", "{\"Protocol\":\"Tcp\",\"RemotePort\":443}");
    return row;
  }

  // The same for the same machine each time; report ids beyond 2^53, which no double holds.
  private static Map<String, @Nullable Object> event(Machine machine, String what) {
    CRC32 crc = new CRC32();
    crc.update((machine.id() + what).getBytes(StandardCharsets.UTF_8));
    Instant seen =
        machine.row().get("lastSeen") instanceof Instant instant ? instant : Instant.EPOCH;
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put(
        "Timestamp", Timestamps.toTicks(seen.minus(Duration.ofNanos(crc.getValue() * 100 + 100))));
    row.put("DeviceId", machine.id());
    row.put("DeviceName", machine.name().toLowerCase(Locale.ROOT));
    row.put(
        "ReportId",
        BigInteger.ONE.shiftLeft(53).add(BigInteger.valueOf(2 * crc.getValue() + 1)).longValue());
    return row;
  }

  /**
   * Whether a machine has an event of exactly this time and report id.
   *
   * @param reportId in digits
   */
  public boolean holds(Machine machine, Instant timestamp, String reportId) {
    List<Map<String, @Nullable Object>> own = List.of(process(machine), connection(machine));
    return Stream.concat(own.stream(), rows.values().stream().flatMap(List::stream))
        .anyMatch(
            row ->
                timestamp.equals(row.get("Timestamp"))
                    && reportId.equals(String.valueOf(row.get("ReportId")))
                    && machine.id().equals(row.get("DeviceId")));
  }

  /** How many rows a result has at the most; more are cut off without a word. */
  public void mostRows(int rows) {
    mostRows = rows;
  }

  int mostRows() {
    return mostRows;
  }

  /** How many bytes of JSON a result has at the most; more are refused. */
  public void mostBytes(long bytes) {
    mostBytes = bytes;
  }

  long mostBytes() {
    return mostBytes;
  }

  /** Uses up the CPU of the tenant until then. */
  public void cpuFrom(Instant then) {
    cpuFrom = then;
  }

  Instant cpuFrom() {
    return cpuFrom;
  }

  /** Uses up the run time of the old route until then. */
  public void runTimeFrom(Instant then) {
    runTimeFrom = then;
  }

  Instant runTimeFrom() {
    return runTimeFrom;
  }

  /** When the old route ends. */
  public void oldRouteEnds(Instant then) {
    oldRouteEnds = then;
  }

  Instant oldRouteEnds() {
    return oldRouteEnds;
  }
}
