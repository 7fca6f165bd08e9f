package dev.defendersdk.indicators.arguments;

import dev.defendersdk.core.Json;
import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.NewIndicator;
import dev.defendersdk.indicators.csv.CsvIndicator;
import dev.defendersdk.indicators.csv.CsvWriting;
import dev.defendersdk.indicators.csv.IndicatorCsv;
import dev.defendersdk.testsupport.arguments.Cases;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Wrong arguments of the portal's form. */
final class CsvCases {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  private CsvCases() {}

  static void fill(Cases cases, Path folder) throws IOException {
    String header = "indicatorType,indicatorValue,action,title,description\n";
    Path file = Files.writeString(folder.resolve("read.csv"), header);
    Path noForm = Files.writeString(folder.resolve("other.csv"), "a,b\n");
    cases
        .row("IndicatorCsv.read(Path,Instant)", null, file, NOW)
        .wrong(0, noForm, "it lacks indicatorType");
    cases
        .row("IndicatorCsv.read(Reader,Instant)", null, new StringReader(header), NOW)
        .wrong(0, new StringReader("title\n"), "csv has a first row of [title]");
    cases.row("IndicatorCsv.write(Path,Instant)", null, folder.resolve("written.csv"), NOW);
    cases.row("IndicatorCsv.write(Writer,Instant)", null, new StringWriter(), NOW);
    cases
        .row("IndicatorCsv.writeFiles(Path,String,Instant)", null, folder, "contoso", NOW)
        .blank(1)
        .wrong(1, "a/b")
        .wrong(1, "a\\b");

    NewIndicator indicator = NewIndicator.domain("bad.example").block("t", "d");
    CsvIndicator entry = CsvIndicator.of(indicator);
    CsvWriting csv = IndicatorCsv.write(new StringWriter(), NOW);
    cases.row("CsvIndicator.of(NewIndicator)", null, indicator);
    cases.row("CsvIndicator.category(String)", entry, "Malware").blank(0);
    cases
        .row("CsvIndicator.mitreTechniques(Collection)", entry, List.of("T1566"))
        .wrong(0, Arrays.asList("T1566", null), "mitreTechniques[1] is null")
        .wrong(0, List.of(" "), "mitreTechniques is \" \"");
    cases.row("CsvWriting.add(NewIndicator)", csv, indicator);
    cases.row("CsvWriting.add(CsvIndicator)", csv, entry);
    cases.row("CsvWriting.add(Indicator)", csv, Json.read(Indicator.class, "{}"));
    cases.none(
        "handed out: its constructor is no promise",
        "new CsvRow(int,int,Optional,Optional,List)",
        "new CsvProblem(int,int,String,String,String)",
        "new CsvOmission(IndicatorType,String,String,String)");
  }
}
