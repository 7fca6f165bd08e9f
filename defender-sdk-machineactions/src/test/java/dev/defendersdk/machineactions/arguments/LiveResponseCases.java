package dev.defendersdk.machineactions.arguments;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.transfer.DownloadOptions;
import dev.defendersdk.core.transfer.SignedLink;
import dev.defendersdk.machineactions.actions.MachineActionsClient;
import dev.defendersdk.machineactions.health.DeviceHealthClient;
import dev.defendersdk.machineactions.liveresponse.LibraryFilesClient;
import dev.defendersdk.machineactions.liveresponse.LibraryUpload;
import dev.defendersdk.machineactions.liveresponse.LiveResponseClient;
import dev.defendersdk.machineactions.liveresponse.LiveResponseRequest;
import dev.defendersdk.testsupport.arguments.Cases;
import java.nio.file.Path;

/** Wrong arguments of live response, its library, packages and device health. */
final class LiveResponseCases {

  private static final String ID = "7d41c0a9e2b35f6684f0d1a2c3b4e5f60718293a";
  private static final String ENTRA_ID = "5b0e1c9f-4c55-4c8f-9c9c-0a1b2c3d4e5f";
  private static final CallOptions OPTIONS = CallOptions.defaults();
  private static final DownloadOptions DOWNLOAD = DownloadOptions.defaults();
  private static final Path TARGET = Path.of("result");
  private static final LiveResponseRequest NOTHING = LiveResponseRequest.because("case");

  private LiveResponseCases() {}

  static void fill(Cases cases, DefenderClient defender) {
    cases.row("new LiveResponseClient(DefenderClient)", null, defender);
    cases.row("new LibraryFilesClient(DefenderClient)", null, defender);
    sessions(cases, new LiveResponseClient(defender));
    requests(cases);
    library(cases, new LibraryFilesClient(defender));
    uploads(cases);
    packages(cases, new MachineActionsClient(defender));
    health(cases, new DeviceHealthClient(defender));
    cases.none(
        "values that the SDK makes and hands out",
        "new ScriptTranscript(String,Integer,String,String,Map)",
        "new LibraryFile(String,String,String,Instant,Instant,String,Boolean,String,Map)",
        "new ExportFiles(List,Instant,Map)");
  }

  private static void sessions(Cases cases, LiveResponseClient live) {
    String name = "LiveResponseClient.";
    LiveResponseRequest request = NOTHING.runScript("a.ps1");
    cases
        .row(name + "run(String,LiveResponseRequest)", live, ID, request)
        .blank(0)
        .wrong(0, ENTRA_ID)
        .wrong(1, NOTHING, "request has 0 commands");
    cases
        .row(name + "run(String,LiveResponseRequest,CallOptions)", live, ID, request, OPTIONS)
        .blank(0)
        .wrong(0, ENTRA_ID)
        .wrong(1, NOTHING, "request has 0 commands");
    command(cases.row(name + "resultLink(String,int)", live, "a7c1", 0));
    command(cases.row(name + "resultLink(String,int,CallOptions)", live, "a7c1", 0, OPTIONS));
    command(cases.row(name + "downloadResult(String,int,Path)", live, "a7c1", 0, TARGET));
    command(
        cases.row(
            name + "downloadResult(String,int,Path,DownloadOptions)",
            live,
            "a7c1",
            0,
            TARGET,
            DOWNLOAD));
    command(cases.row(name + "transcript(String,int)", live, "a7c1", 0));
    command(cases.row(name + "transcript(String,int,DownloadOptions)", live, "a7c1", 0, DOWNLOAD));
  }

  private static void command(Cases.Row row) {
    row.blank(0).wrong(0, "a7/c1").wrong(1, -1);
  }

  private static void requests(Cases cases) {
    String name = "LiveResponseRequest.";
    LiveResponseRequest after = NOTHING.getFile("C:\\a");
    cases.row(name + "because(String)", null, "case").blank(0);
    cases.row(name + "externalId(String)", NOTHING, "case-4711").blank(0);
    cases.row(name + "putFile(String)", NOTHING, "a.exe").blank(0).wrong(0, "a b").wrong(0, "a/b");
    cases.row(name + "runScript(String)", NOTHING, "a.ps1").blank(0).wrong(0, "a;b");
    cases
        .row(name + "runScript(String,String)", NOTHING, "a.ps1", "-x")
        .blank(0)
        .wrong(0, "..\\a.ps1")
        .blank(1);
    cases.row(name + "getFile(String)", after, "C:\\b").blank(0);
  }

  private static void library(Cases cases, LibraryFilesClient library) {
    String name = "LibraryFilesClient.";
    LibraryUpload upload = LibraryUpload.of("a.ps1", new byte[1]);
    cases.row(name + "list(CallOptions)", library, OPTIONS);
    cases
        .row(name + "upload(Path)", library, Path.of("pom.xml"))
        .wrong(0, Path.of("none.ps1"), "\"none.ps1\"");
    cases.row(name + "upload(LibraryUpload)", library, upload);
    cases.row(name + "upload(LibraryUpload,CallOptions)", library, upload, OPTIONS);
    cases.row(name + "delete(String)", library, "a.ps1").blank(0).wrong(0, "a b.ps1");
    cases
        .row(name + "delete(String,CallOptions)", library, "a.ps1", OPTIONS)
        .blank(0)
        .wrong(0, "a/b.ps1");
  }

  private static void uploads(Cases cases) {
    String name = "LibraryUpload.";
    byte[] tooLarge = new byte[(20 << 20) + 1];
    LibraryUpload upload = LibraryUpload.of("a.ps1", new byte[1]);
    cases
        .row(name + "of(Path)", null, Path.of("pom.xml"))
        .wrong(0, Path.of("none.ps1"), "\"none.ps1\"");
    cases
        .row(name + "of(String,byte[])", null, "a.ps1", new byte[1])
        .blank(0)
        .wrong(0, "a b.ps1")
        .wrong(0, "ä.ps1")
        .wrong(1, tooLarge, "20971521 bytes");
    cases.row(name + "description(String)", upload, "what");
    cases.row(name + "parameters(String)", upload, "which").blank(0);
  }

  private static void packages(Cases cases, MachineActionsClient actions) {
    String name = "MachineActionsClient.";
    cases.row(name + "packageLink(String)", actions, "a7c1").blank(0).wrong(0, "a7/c1");
    cases
        .row(name + "packageLink(String,CallOptions)", actions, "a7c1", OPTIONS)
        .blank(0)
        .wrong(0, "a7/c1");
    cases
        .row(name + "downloadPackage(String,Path)", actions, "a7c1", TARGET)
        .blank(0)
        .wrong(0, "a7/c1");
    cases
        .row(
            name + "downloadPackage(String,Path,DownloadOptions)",
            actions,
            "a7c1",
            TARGET,
            DOWNLOAD)
        .blank(0)
        .wrong(0, "a7/c1");
  }

  private static void health(Cases cases, DeviceHealthClient health) {
    String name = "DeviceHealthClient.";
    SignedLink link = SignedLink.parse("https://storage.example/f?sig=s");
    cases.row(name + "exportFiles(int)", health, 1).wrong(0, 0).wrong(0, 7);
    cases.row(name + "exportFiles(int,CallOptions)", health, 1, OPTIONS).wrong(0, 0).wrong(0, 7);
    cases.row(name + "download(SignedLink,Path)", health, link, TARGET);
    cases.row(name + "download(SignedLink,Path,DownloadOptions)", health, link, TARGET, DOWNLOAD);
  }
}
