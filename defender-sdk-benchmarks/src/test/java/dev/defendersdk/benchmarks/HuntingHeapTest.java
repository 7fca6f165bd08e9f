package dev.defendersdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.hunting.HuntingClient;
import dev.defendersdk.hunting.HuntingQuery;
import dev.defendersdk.hunting.HuntingRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/**
 * What a hunt's result costs while its rows are read: the compressed body and one row. Rows are
 * those of processes, no two alike, read in a process of its own with a heap of 96 MB: the text of
 * them all is 44 MB, and as objects they do not fit. 20,000 in the default run, 100,000 with {@code
 * -Psoak}, which are as many as the service gives.
 */
class HuntingHeapTest {

  private static final int ROWS = Boolean.getBoolean("soak") ? 100_000 : 20_000;
  private static final long SEED = 20_261_126L;
  private static final long FIRST_REPORT = (1L << 53) + 1;

  /** For a row, for what reads it, and for what the JDK keeps meanwhile. */
  private static final long BESIDES = 256 << 10;

  // G1 would count the whole of a region in which a large array begins.
  private static final List<String> SMALL = List.of("-Xmx96m", "-XX:+UseSerialGC");

  private static final Map<String, String> COLUMNS =
      Map.of(
          "Timestamp", "DateTime",
          "DeviceId", "String",
          "DeviceName", "String",
          "FileName", "String",
          "FolderPath", "String",
          "SHA256", "String",
          "ProcessId", "Int64",
          "ProcessCommandLine", "String",
          "AccountName", "String",
          "ReportId", "Int64");

  @Test
  void aResultCostsItsCompressedBodyAndOneRow() throws Exception {
    Cost cost;
    try (OtherProcess reader = OtherProcess.start(Reader.class, SMALL, Integer.toString(ROWS))) {
      cost = Cost.parse(reader.rest());
    }
    System.out.println("HuntingHeapTest: " + cost + ", JDK " + Runtime.version().feature());
    assertThat(cost.rows()).isEqualTo(ROWS);
    assertThat(cost.reports())
        .as("report ids beyond what a double holds: the sum of the odd numbers from the first on")
        .isEqualTo(ROWS * FIRST_REPORT + (long) ROWS * (ROWS - 1));
    assertThat(cost.held())
        .as("bytes held: the body at least")
        .isBetween(cost.body(), cost.body() + BESIDES);
  }

  /** What was read, and the most bytes that were held meanwhile. The sum of ids wraps around. */
  private record Cost(long rows, long reports, long body, long held) {

    private static final Pattern LINE =
        Pattern.compile("Cost\\[rows=(\\d+), reports=(-?\\d+), body=(\\d+), held=(-?\\d+)]");

    static Cost parse(List<String> lines) {
      Matcher line = LINE.matcher(lines.get(lines.size() - 1));
      assertThat(line.matches()).as("%s", lines).isTrue();
      return new Cost(
          Long.parseLong(line.group(1)),
          Long.parseLong(line.group(2)),
          Long.parseLong(line.group(3)),
          Long.parseLong(line.group(4)));
    }
  }

  /** Reads all rows, in a JVM of its own. */
  static final class Reader {

    private Reader() {}

    /** Runs, with the number of rows. */
    public static void main(String[] arguments) throws IOException {
      int count = Integer.parseInt(arguments[0]);
      byte[] body = body(count);
      CannedHttpClient service =
          new CannedHttpClient(body, Map.of("Content-Encoding", List.of("gzip")));
      try (DefenderClient defender = LocalClient.over(service)) {
        HuntingClient hunting = new HuntingClient(defender);
        HuntingQuery query = HuntingQuery.of("DeviceProcessEvents");
        hunting.run(query).iterator().next(); // all that a first call makes for later ones
        long before = Heap.usedAfterCollection();
        long held = 0;
        long rows = 0;
        long reports = 0;
        for (HuntingRow row : hunting.run(query)) {
          Long report = row.number("ReportId");
          reports += report == null ? 0 : report;
          if (rows++ % (count / 4) == 0) {
            held = Math.max(held, Heap.usedAfterCollection() - before);
          }
        }
        System.out.println(new Cost(rows, reports, body.length, held));
      }
    }
  }

  private static byte[] body(int rows) throws IOException {
    Values values = new Values(SEED);
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (JsonGenerator out =
        new JsonFactory().createGenerator(new GZIPOutputStream(zipped, 65_536))) {
      out.writeStartObject();
      out.writeArrayFieldStart("schema");
      for (Map.Entry<String, String> column : COLUMNS.entrySet()) {
        out.writeStartObject();
        out.writeStringField("name", column.getKey());
        out.writeStringField("type", column.getValue());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeArrayFieldStart("results");
      for (int i = 0; i < rows; i++) {
        row(out, values, FIRST_REPORT + 2L * i);
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    return zipped.toByteArray();
  }

  private static void row(JsonGenerator out, Values values, long reportId) throws IOException {
    Attack attack = Attack.of(values);
    out.writeStartObject();
    out.writeStringField("Timestamp", values.time());
    out.writeStringField("DeviceId", attack.machineId());
    out.writeStringField("DeviceName", attack.host());
    out.writeStringField("FileName", attack.program());
    out.writeStringField("FolderPath", attack.folder());
    out.writeStringField("SHA256", values.hex(64));
    out.writeNumberField("ProcessId", values.between(4, 65_536));
    out.writeStringField("ProcessCommandLine", attack.commandLine());
    out.writeStringField("AccountName", attack.user());
    out.writeNumberField("ReportId", reportId);
    out.writeEndObject();
  }
}
