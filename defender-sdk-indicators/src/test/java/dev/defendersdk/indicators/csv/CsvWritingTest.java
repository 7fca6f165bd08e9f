package dev.defendersdk.indicators.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.Json;
import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.IndicatorSeverity;
import dev.defendersdk.indicators.IndicatorStart;
import dev.defendersdk.indicators.NewIndicator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written in the portal's form, and what is said of what it cannot hold. */
class CsvWritingTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final String HEADER =
      "indicatorType,indicatorValue,action,title,description,expirationTime,severity,"
          + "recommendedActions,rbacGroups,category,mitretechniques,GenerateAlert\r\n";
  private static final IndicatorStart.Network BAD = NewIndicator.domain("bad.example");

  @TempDir private Path folder;

  @Test
  void aRowHasAllOfTheForm() {
    StringWriter text = new StringWriter();
    try (CsvWriting csv = IndicatorCsv.write(text, NOW)) {
      csv.add(BAD.allow("t", "d"));
      csv.add(
          CsvIndicator.of(
                  BAD.audit("say \"hi\"", "one\ntwo")
                      .expiresAfter(Duration.ofDays(1))
                      .severity(IndicatorSeverity.LOW)
                      .recommendedActions(" look ")
                      .rbacGroupNames("Servers", "Clients"))
              .category("Malware")
              .mitreTechniques(List.of("T1566", "T1071")));
      assertThat(csv.rows()).isEqualTo(2);
      assertThat(csv.omissions()).isEmpty();
    }

    assertThat(text)
        .hasToString(
            HEADER
                + "DomainName,bad.example,Allowed,t,d,,,,,,,\r\n"
                + "DomainName,bad.example,Audit,\"say \"\"hi\"\"\",\"one\ntwo\","
                + "2026-11-25T08:00:00.0Z,Low,\" look \",\"Servers,Clients\",Malware,"
                + "\"T1566,T1071\",True\r\n");
  }

  @Test
  void whatThePortalDoesNotTakeIsSaid() {
    String md5 = "0".repeat(32);
    List<CsvOmission> omissions =
        omissions(
            NewIndicator.fileMd5(md5).block("t", "d"),
            NewIndicator.certificate("1".repeat(40)).allow("t", "d"),
            BAD.block("past", "d").expiresAt(NOW),
            BAD.block("by id alone", "d").rbacGroupIds(List.of(7)),
            BAD.block("ambiguous", "d").rbacGroupNames("Servers, old"));

    assertThat(omissions)
        .extracting(CsvOmission::reason)
        .satisfiesExactly(
            reason -> assertThat(reason).contains("FileMd5", "Submit it by the API"),
            reason -> assertThat(reason).contains("CertificateThumbprint"),
            reason -> assertThat(reason).contains("must be after now"),
            reason -> assertThat(reason).contains("it would hold for all devices"),
            reason -> assertThat(reason).contains("\"Servers, old\"", "by commas"));
    assertThat(omissions).allMatch(omission -> omission.member() == null);
    assertThat(omissions.get(0))
        .hasToString("FileMd5 " + md5 + " is not written: " + omissions.get(0).reason());
  }

  @Test
  void membersWithoutAColumnAreSaid() {
    assertThat(
            omissions(
                NewIndicator.url("bad.example/a")
                    .block("t", "d")
                    .application("NetShield")
                    .externalId("4711")
                    .educateUrl("https://contoso.com/why")))
        .extracting(CsvOmission::member)
        .containsExactly("application", "externalId", "educateUrl");
  }

  private static List<CsvOmission> omissions(NewIndicator... indicators) {
    StringWriter text = new StringWriter();
    try (CsvWriting csv = IndicatorCsv.write(text, NOW)) {
      Stream.of(indicators).forEach(csv::add);
      return csv.omissions();
    }
  }

  @Test
  void aTenantsListIsWrittenAndWhatIsLostIsSaid() {
    List<Indicator> listed =
        Stream.of(
                "{'indicatorType':'FileSha1','indicatorValue':'%s','action':'Alert','title':'t','description':'d',"
                        .formatted("A".repeat(40))
                    + "'severity':'High','rbacGroupNames':['Servers'],'rbacGroupIds':[7],"
                    + "'mitreTechniques':['T1566'],'category':1,'application':'demo'}",
                "{'indicatorType':'Url','indicatorValue':'bad.example','action':'BlockAndRemediate',"
                    + "'title':'t','description':'d'}",
                "{'indicatorType':'WebCategory','indicatorValue':'Games','action':'Block',"
                    + "'title':'t','description':'d'}",
                "{'indicatorType':'DomainName','indicatorValue':'bad.example','action':'Block'}",
                "{'indicatorValue':'bad.example','action':'Block'}")
            .map(json -> Json.read(Indicator.class, json.replace('\'', '"')))
            .toList();
    StringWriter text = new StringWriter();
    List<CsvOmission> omissions;
    try (CsvWriting csv = IndicatorCsv.write(text, NOW)) {
      listed.forEach(csv::add);
      omissions = csv.omissions();
    }

    assertThat(text)
        .hasToString(
            HEADER + "FileSha1," + "a".repeat(40) + ",Audit,t,d,,High,,Servers,,T1566,True\r\n");
    assertThat(omissions.stream().map(CsvOmission::toString))
        .satisfiesExactly(
            each -> assertThat(each).contains("is written without application"),
            each -> assertThat(each).contains("is written without category"),
            each -> assertThat(each).contains("Url bad.example is not written", "takes one of"),
            each -> assertThat(each).contains("WebCategory Games is not written"),
            each -> assertThat(each).contains("title is null"),
            each -> assertThat(each).contains("indicatorType is null"));
  }

  @Test
  void filesHaveFiveHundredRowsAtMost() throws IOException {
    Path target = folder.resolve("new/export");
    try (CsvWriting csv = IndicatorCsv.writeFiles(target, "contoso", NOW)) {
      for (int i = 0; i < 1_001; i++) {
        csv.add(NewIndicator.domain("d" + i + ".example").block("one\ntwo", "d"));
      }
    }

    List<String> domains = new ArrayList<>();
    List<Integer> rows = new ArrayList<>();
    for (String file : List.of("contoso-001.csv", "contoso-002.csv", "contoso-003.csv")) {
      int before = domains.size();
      try (CsvReading csv = IndicatorCsv.read(target.resolve(file), NOW)) {
        csv.forEach(row -> domains.add(row.indicator().orElseThrow().indicatorValue()));
      }
      rows.add(domains.size() - before);
    }
    assertThat(rows).containsExactly(500, 500, 1);
    assertThat(domains)
        .isEqualTo(
            Stream.iterate(0, i -> i + 1).limit(1_001).map(i -> "d" + i + ".example").toList());
    try (Stream<Path> files = Files.list(target)) {
      assertThat(files).hasSize(3);
    }
  }

  @Test
  void fiveHundredRowsAreOneFileAndNoneAreNone() throws IOException {
    try (CsvWriting csv = IndicatorCsv.writeFiles(folder, "full", NOW);
        CsvWriting none = IndicatorCsv.writeFiles(folder, "none", NOW)) {
      for (int i = 0; i < 500; i++) {
        csv.add(BAD.block("t", "d"));
      }
      assertThat(none.rows()).isZero();
    }

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).extracting(file -> "" + file.getFileName()).containsExactly("full-001.csv");
    }
  }

  @Test
  void oneTextHasItsHeaderEvenWithoutRows() {
    StringWriter text = new StringWriter();
    IndicatorCsv.write(text, NOW).close();

    assertThat(text).hasToString(HEADER);
  }

  @Test
  void noFileIsWrittenOver() throws IOException {
    Path file = Files.writeString(folder.resolve("contoso-001.csv"), "mine");
    for (CsvWriting csv :
        List.of(IndicatorCsv.writeFiles(folder, "contoso", NOW), IndicatorCsv.write(file, NOW))) {
      assertThatThrownBy(() -> csv.add(BAD.block("t", "d")))
          .isInstanceOf(UncheckedIOException.class)
          .hasCauseInstanceOf(FileAlreadyExistsException.class);
    }
    assertThat(file).hasContent("mine");
  }

  @Test
  void whatIsClosedTakesNoMore() {
    CsvWriting csv = IndicatorCsv.write(folder.resolve("one.csv"), NOW);
    csv.add(BAD.block("t", "d"));
    csv.close();
    csv.close();

    assertThat(folder.resolve("one.csv")).isRegularFile();
    assertThatThrownBy(() -> csv.add(BAD.block("t", "d")))
        .isInstanceOf(IllegalStateException.class);
  }
}
