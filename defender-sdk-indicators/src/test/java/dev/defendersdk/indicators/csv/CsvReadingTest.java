package dev.defendersdk.indicators.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.defendersdk.indicators.IndicatorAction;
import dev.defendersdk.indicators.IndicatorSeverity;
import dev.defendersdk.indicators.NewIndicator;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of the portal's form, and what is said of rows that are no indicators. */
class CsvReadingTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final String HEADER =
      "indicatorType,indicatorValue,action,title,description,expirationTime,severity,"
          + "recommendedActions,rbacGroups,category,mitretechniques,GenerateAlert\n";
  private static final String GOOD = "DomainName,good.example,Block,t,d\n";

  @TempDir private Path folder;

  @Test
  void aRowIsAnIndicatorWithAllThatTheFormHas() {
    CsvRow row =
        only(
            HEADER
                + "Url,HTTP://Bad.example:80/a,Block,Beacon,Seen by NetShield,"
                + "2027-01-31T23:59:59.0Z,High,Ask case 4711,\"Servers, Clients\",CommandAndControl,"
                + "\"T1566,T1071\",True\n");

    NewIndicator expected =
        NewIndicator.url("http://bad.example/a")
            .block("Beacon", "Seen by NetShield")
            .expiresAt(Instant.parse("2027-01-31T23:59:59Z"))
            .severity(IndicatorSeverity.HIGH)
            .recommendedActions("Ask case 4711")
            .rbacGroupNames("Servers", "Clients")
            .generateAlert(true);
    assertThat(row.indicator()).contains(expected);
    assertThat(row.entry())
        .contains(
            CsvIndicator.of(expected)
                .category("CommandAndControl")
                .mitreTechniques(List.of("T1566", "T1071")));
    assertThat(row.problems()).isEmpty();
    assertThat(row.number()).isEqualTo(2);
  }

  @Test
  void columnsAreFoundByNameInAnyOrderAndCaseAndUnknownOnesAreNamed() {
    CsvReading rows =
        read(
            "\uFEFFTITLE,Owner, Action ,indicatorvalue,INDICATORTYPE,Description,Source\r\n"
                + "t,Ann,allowed,good.example,domainname,d,feed\r\n");

    assertThat(rows.unknownColumns()).containsExactly("Owner", "Source");
    assertThat(rows.stream().map(CsvRow::indicator))
        .containsExactly(Optional.of(NewIndicator.domain("good.example").allow("t", "d")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void cellsMayHaveLinesQuotesAndCommas(String end) {
    String text =
        (HEADER
                + "DomainName,a.example,Block,\"say \"\"hi\"\", twice\",\"one\ntwo\n\nthree\"\n"
                + "DomainName,b.example,Block,\"\"\"\",  blanks stay \n"
                + "DomainName,c.example,Block,\"\"\"mid\"\"dle\",last")
            .replace("\n", end);

    List<CsvRow> rows = read(text).stream().toList();

    assertThat(rows).flatExtracting(CsvRow::problems).isEmpty();
    assertThat(rows.stream().map(row -> row.indicator().orElseThrow()))
        .extracting(NewIndicator::title, NewIndicator::description)
        .containsExactly(
            tuple("say \"hi\", twice", "one\ntwo\n\nthree".replace("\n", end)),
            tuple("\"", "  blanks stay "),
            tuple("\"mid\"dle", "last"));
    assertThat(rows).extracting(CsvRow::number).containsExactly(2, 3, 4);
    assertThat(rows).extracting(CsvRow::line).containsExactly(2, 6, 7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "IpAddress,203.0.113.0/24,Block,t,d|indicatorValue|203.0.113.0/24|range of 256 addresses",
        "IpAddress,10.1.2.3,Block,t,d|indicatorValue|10.1.2.3|a private network",
        "FileSha256,abc123,Block,t,d|indicatorValue|abc123|has 6 hex digits",
        "FileSha1,00000000000000000000000000000000,Block,t,d|indicatorValue"
            + "|00000000000000000000000000000000|32 hex digits, as an MD5 has",
        "Url,bad.example/a,BlockAndRemediate,t,d|action|BlockAndRemediate|takes one of",
        "Url,bad.example/a,AlertAndBlock,t,d|action|AlertAndBlock|read as BlockAndRemediate",
        "DomainName,bad.example,Quarantine,t,d|action|Quarantine|takes one of",
        "Machine,bad.example,Block,t,d|indicatorType|Machine|Write one of",
        "DomainName,bad.example,Block,,d|title|''|requires it",
        "DomainName,bad.example,Block,t|description|''|requires it",
        "DomainName,bad.example,Block,t,d,2026-11-24T08:00:00.0Z|expirationTime"
            + "|2026-11-24T08:00:00.0Z|must be after now, which is 2026-11-24T08:00:00Z",
        "DomainName,bad.example,Block,t,d,1/31/2027|expirationTime|1/31/2027"
            + "|such as 2027-01-31T23:59:59.0Z",
        "DomainName,bad.example,Block,t,d,+10000-01-01T00:00:00Z|expirationTime"
            + "|+10000-01-01T00:00:00Z|must not be after 9999-12-31T23:59:59Z",
        "DomainName,bad.example,Block,t,d,,Severe|severity|Severe|Low, Medium or High",
        "DomainName,bad.example,Audit,t,d,,,,,,,False|GenerateAlert|False|must raise alerts",
        "DomainName,bad.example,Block,t,d,,,,,,,Yes|GenerateAlert|Yes|True or False",
        "DomainName,bad.example,Block,t,d,,,,,,,True,,more|null|more|column 14",
        "DomainName,bad.example,Block,\"t\" or so,d|title|t|Write quotes within a quoted cell twice",
        "DomainName,bad.example,Block,say \"hi\",d|title|'say '|write those within twice"
      })
  void aBrokenRowIsToldByRowColumnValueReasonAndFixAndTheRestIsRead(
      String row, String column, String value, String reason) {
    List<CsvRow> rows = read(HEADER + GOOD + row.replace("|", ",") + "\n" + GOOD).stream().toList();

    assertThat(rows)
        .extracting(each -> each.indicator().isPresent())
        .containsExactly(true, false, true);
    assertThat(rows.get(1).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.row()).isEqualTo(3);
              assertThat(problem.line()).isEqualTo(3);
              assertThat(problem.column()).isEqualTo("null".equals(column) ? null : column);
              assertThat(problem.value()).isEqualTo(value);
              assertThat(problem.reason()).contains(reason).endsWith(".");
              assertThat(problem.toString()).startsWith("row 3 (line 3)").contains(reason);
            });
  }

  @Test
  void allThatIsWrongWithARowIsSaidAtOnce() {
    CsvRow row = only(HEADER + "IpAddress,10.0.0.1,,t,,soon,Severe,,,,,Yes\n");

    assertThat(row.problems())
        .extracting(CsvProblem::column)
        .containsExactlyInAnyOrder(
            "indicatorValue",
            "action",
            "description",
            "expirationTime",
            "severity",
            "GenerateAlert");
    assertThat(row.entry()).isEmpty();
  }

  @Test
  void aQuoteThatIsNeverClosedCostsItsRowAlone() {
    List<CsvRow> rows =
        read(HEADER + "DomainName,bad.example,Block,\"oops,d\n" + GOOD.repeat(3)).stream().toList();

    assertThat(rows).hasSize(4);
    assertThat(rows.get(0).problems())
        .singleElement()
        .extracting(CsvProblem::row, CsvProblem::column, CsvProblem::reason)
        .containsExactly(2, "title", "its quote is not closed. Close it.");
    assertThat(rows.subList(1, 4)).allMatch(row -> row.indicator().isPresent());
    assertThat(rows).extracting(CsvRow::line).containsExactly(2, 3, 4, 5);
  }

  @Test
  void aQuoteThatIsClosedByTheNextRowsCostsItsRowAlone() {
    List<CsvRow> rows =
        read(
                HEADER
                    + "DomainName,bad.example,Block,\"oops,d\n"
                    + "DomainName,good.example,Block,\"quoted, as it is\",d\n")
            .stream()
            .toList();

    assertThat(rows).extracting(row -> row.indicator().isPresent()).containsExactly(false, true);
  }

  @Test
  void aQuoteThatIsNeverClosedDoesNotHoldTheWholeFile() {
    List<CsvRow> rows =
        read(HEADER + "DomainName,bad.example,Block,\"oops,d\n" + GOOD.repeat(20_000)).stream()
            .toList();

    assertThat(rows).hasSize(20_001);
    assertThat(rows.get(0).problems())
        .singleElement()
        .extracting(CsvProblem::reason)
        .asString()
        .contains("more than 200000 characters");
    assertThat(rows.subList(1, 20_001)).allMatch(row -> row.indicator().isPresent());
  }

  @Test
  void retiredActionsAreReadAsWhatTheyBecame() {
    String hash = "0".repeat(64);
    List<CsvRow> rows =
        read(
                HEADER
                    + "DomainName,bad.example,Alert,t,d\n"
                    + ("FileSha256," + hash + ",AlertAndBlock,t,d\n")
                    + GOOD)
            .stream()
            .toList();

    assertThat(rows.stream().map(row -> row.indicator().orElseThrow()))
        .containsExactly(
            NewIndicator.domain("bad.example").audit("t", "d").generateAlert(true),
            NewIndicator.fileSha256(hash).blockAndRemediate("t", "d"),
            NewIndicator.domain("good.example").block("t", "d"));
    assertThat(rows)
        .extracting(CsvRow::retiredAction)
        .containsExactly(
            Optional.of(IndicatorAction.ALERT),
            Optional.of(IndicatorAction.ALERT_AND_BLOCK),
            Optional.empty());
  }

  @Test
  void rowsWithoutAnyValueArePassedOver() {
    List<CsvRow> rows = read(HEADER + ",,,,,,,,,,,\n\n" + GOOD + "\n").stream().toList();

    assertThat(rows).extracting(CsvRow::number).containsExactly(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|Begin with a row of the names of the columns: indicatorType,indicatorValue,",
        "DomainName,good.example,Block,t,d|it lacks indicatorType, indicatorValue, action, title",
        "indicatorType,indicatorValue,title,description|it lacks action.",
        "indicatorType;indicatorValue;action;title;description|Save it with commas",
        "indicatorType,indicatorValue,action,title,description,Action|the column action twice"
      })
  void whatIsNoFormIsRefusedWhole(String text, String reason) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aFileIsOfUtf8() throws IOException {
    String text = HEADER + "DomainName,good.example,Block,Zürich,d\n";
    Path good = Files.write(folder.resolve("good.csv"), text.getBytes(UTF_8));
    Path other = Files.write(folder.resolve("other.csv"), text.getBytes(ISO_8859_1));

    try (CsvReading rows = IndicatorCsv.read(good, NOW)) {
      assertThat(rows.iterator().next().indicator().orElseThrow().title()).isEqualTo("Zürich");
    }
    assertThatThrownBy(
            () -> {
              try (CsvReading rows = IndicatorCsv.read(other, NOW)) {
                rows.iterator().next();
              }
            })
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("save it as CSV UTF-8");
    assertThatThrownBy(() -> IndicatorCsv.read(folder.resolve("none.csv"), NOW))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void rowsAreReadWhenTheyAreAskedFor() {
    StringReader endless =
        new StringReader(HEADER + GOOD.repeat(20_000)) {
          private int read;

          @Override
          public int read(char[] chars, int from, int length) throws IOException {
            read += length;
            if (read > 100_000) {
              throw new IOException("nobody asked for this");
            }
            return super.read(chars, from, length);
          }
        };

    assertThat(IndicatorCsv.read(endless, NOW).stream().limit(100)).hasSize(100);
  }

  private static CsvReading read(String text) {
    return IndicatorCsv.read(new StringReader(text), NOW);
  }

  private static CsvRow only(String text) {
    List<CsvRow> rows = read(text).stream().toList();
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }
}
