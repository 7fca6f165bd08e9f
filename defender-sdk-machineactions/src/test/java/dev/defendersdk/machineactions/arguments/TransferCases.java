package dev.defendersdk.machineactions.arguments;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.call.Multipart;
import dev.defendersdk.core.transfer.DownloadOptions;
import dev.defendersdk.core.transfer.DownloadProgress;
import dev.defendersdk.core.transfer.FileContent;
import dev.defendersdk.core.transfer.SignedLink;
import dev.defendersdk.core.transfer.StreamReader;
import dev.defendersdk.machineactions.machines.MachineOperations;
import dev.defendersdk.testsupport.arguments.Cases;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** Wrong arguments of downloads and uploads. */
final class TransferCases {

  private static final DownloadOptions OPTIONS = DownloadOptions.defaults();
  private static final String LINK = "https://storage.example/f?sig=s";

  private TransferCases() {}

  static void fill(Cases cases, DefenderClient defender) {
    links(cases);
    options(cases);
    downloads(cases, defender);
    uploads(cases);
    cases.none("both of its values are right", "DownloadOptions.mayBeEmpty(boolean)");
    cases.none(
        "implemented by users, and called by the SDK",
        "DownloadProgress.onProgress(long,OptionalLong)",
        "StreamReader.read(InputStream)");
  }

  private static void links(Cases cases) {
    // What is wrong is not shown: it may hold a signature.
    cases
        .row("SignedLink.parse(String)", null, LINK)
        .blank(0)
        .wrong(0, "http://storage.example/f?sig=s", "is no signed link")
        .wrong(0, "storage.example/f?sig=s", "is no signed link")
        .wrong(0, "https://user@storage.example/f", "is no signed link")
        .wrong(0, "https://storage.example/%zz", "is no signed link");
  }

  private static void options(Cases cases) {
    String name = "DownloadOptions.";
    DownloadProgress progress = (bytes, total) -> {};
    duration(cases.row(name + "deadline(Duration)", OPTIONS, Duration.ofHours(1)), 0);
    duration(cases.row(name + "stallTimeout(Duration)", OPTIONS, Duration.ofSeconds(9)), 0);
    cases.row(name + "maxAttempts(int)", OPTIONS, 1).wrong(0, 0).wrong(0, -1).wrong(0, 101);
    cases.row(name + "maxLinks(int)", OPTIONS, 1).wrong(0, 0).wrong(0, -1).wrong(0, 101);
    cases.row(name + "progress(DownloadProgress)", OPTIONS, progress);
    Cases.Row whole =
        cases.row(
            "new DownloadOptions(Duration,Duration,int,int,boolean,DownloadProgress)",
            null,
            Duration.ofHours(1),
            Duration.ofSeconds(9),
            1,
            1,
            false,
            progress);
    duration(whole, 0);
    duration(whole, 1);
    whole.wrong(2, 0).wrong(2, 101).wrong(3, 0).wrong(3, 101);
  }

  private static void duration(Cases.Row row, int place) {
    row.wrong(place, Duration.ZERO)
        .wrong(place, Duration.ofNanos(-1))
        .wrong(place, ChronoUnit.FOREVER.getDuration());
  }

  private static void downloads(Cases cases, DefenderClient defender) {
    Supplier<SignedLink> links = () -> SignedLink.parse(LINK);
    StreamReader<byte[]> reader = InputStream::readAllBytes;
    cases
        .row("Downloads.toFile(Supplier,Path)", defender.downloads(), links, Path.of("f.zip"))
        .wrong(1, Path.of("/"), "\"/\"");
    cases
        .row(
            "Downloads.toFile(Supplier,Path,DownloadOptions)",
            defender.downloads(),
            links,
            Path.of("f.zip"),
            OPTIONS)
        .wrong(1, Path.of("/"), "\"/\"");
    cases.row(
        "Downloads.read(Supplier,DownloadOptions,StreamReader)",
        defender.downloads(),
        links,
        OPTIONS,
        reader);
  }

  private static void uploads(Cases cases) {
    FileContent content = FileContent.of(new byte[1]);
    Multipart parts = Multipart.file("file", "a.ps1", content);
    cases.row("FileContent.of(byte[])", null, (Object) new byte[1]);
    cases
        .row("FileContent.of(Path)", null, Path.of("pom.xml"))
        .wrong(0, Path.of("none.ps1"), "\"none.ps1\"")
        .wrong(0, Path.of("src"), "\"src\"");
    cases
        .row("Multipart.file(String,String,FileContent)", null, "file", "a.ps1", content)
        .blank(0)
        .blank(1);
    cases.row("Multipart.text(String,String)", parts, "Description", "").blank(0);
    cases.row("Call.multipart(Multipart)", Call.of(MachineOperations.LIST), parts);
  }
}
