package dev.defendersdk.machineactions.arguments;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.Json;
import dev.defendersdk.machineactions.actions.ActionType;
import dev.defendersdk.machineactions.actions.AntiVirusScan;
import dev.defendersdk.machineactions.actions.FileQuarantine;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.machineactions.actions.MachineAction;
import dev.defendersdk.machineactions.liveresponse.LiveResponseRequest;
import dev.defendersdk.machineactions.response.BulkOptions;
import dev.defendersdk.machineactions.response.BulkProgress;
import dev.defendersdk.machineactions.response.BulkStore;
import dev.defendersdk.machineactions.response.FileBlocks;
import dev.defendersdk.machineactions.response.LastWishes;
import dev.defendersdk.machineactions.response.MachineWish;
import dev.defendersdk.machineactions.response.ResponseClient;
import dev.defendersdk.machineactions.response.TenantFileList;
import dev.defendersdk.machineactions.response.WishJournal;
import dev.defendersdk.machineactions.response.WishNote;
import dev.defendersdk.machineactions.response.WishOptions;
import dev.defendersdk.machineactions.watch.ActionWatcher;
import dev.defendersdk.testsupport.arguments.Cases;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Wrong arguments of wishes, of bulks, and of watching. */
final class ResponseCases {

  private static final String ID = "7d41c0a9e2b35f6684f0d1a2c3b4e5f60718293a";
  private static final String ENTRA_ID = "5b0e1c9f-4c55-4c8f-9c9c-0a1b2c3d4e5f";
  private static final Isolation ISOLATION = Isolation.full("case 4711");
  private static final MachineWish WISH = MachineWish.isolated(ISOLATION);

  private ResponseCases() {}

  static void fill(Cases cases, DefenderClient defender) {
    cases.row("new ResponseClient(DefenderClient)", null, defender);
    cases
        .row("new ResponseClient(DefenderClient,int)", null, defender, 25)
        .wrong(1, 0)
        .wrong(1, 51);
    ResponseClient response = new ResponseClient(defender);
    files(cases, response);
    Duration day = Duration.ofDays(1);
    AntiVirusScan scan = AntiVirusScan.quick("case 4711");
    cases
        .row("ResponseClient.ensureIsolated(String,Isolation)", response, ID, ISOLATION)
        .wrong(0, ENTRA_ID);
    for (String verb : List.of("ensureReleased", "ensureRestricted", "ensureUnrestricted")) {
      cases
          .row("ResponseClient." + verb + "(String,String)", response, ID, "clean")
          .blank(0)
          .blank(1);
    }
    cases
        .row("ResponseClient.ensureScanned(String,AntiVirusScan,Duration)", response, ID, scan, day)
        .wrong(0, ENTRA_ID)
        .wrong(2, Duration.ZERO);
    cases.row("ResponseClient.ensure(String,MachineWish)", response, ID, WISH).wrong(0, "..");
    cases
        .row(
            "ResponseClient.ensure(String,MachineWish,WishOptions)",
            response,
            ID,
            WISH,
            WishOptions.defaults())
        .blank(0);
    cases
        .row(
            "ResponseClient.bulk(Collection,MachineWish,BulkOptions)",
            response,
            List.of(ID),
            WISH,
            BulkOptions.defaults())
        .wrong(0, List.of(), "0 elements")
        .wrong(0, List.of(ID, ID), "twice")
        .wrong(0, List.of(ENTRA_ID), ENTRA_ID)
        .wrong(2, BulkOptions.defaults().store(holding("defender-sdk-bulk 1")), "a bulk already");
    cases
        .row(
            "ResponseClient.resume(BulkOptions)",
            response,
            BulkOptions.defaults().store(holding("")))
        .wrong(0, BulkOptions.defaults(), "no store")
        .wrong(
            0,
            BulkOptions.defaults()
                .store(holding("defender-sdk-bulk 1 b7 fabrikam Isolate Full why -", "begin")),
            "\"fabrikam\"");
    wishes(cases);
    options(cases);
    watching(cases, defender);
    cases.none(
        "implemented by the caller",
        "WishJournal.keep(WishNote)",
        "LastWishes.put(String,String,String)",
        "LastWishes.last(String,String)",
        "BulkStore.append(List)");
    cases.none(
        "handed out: its constructor is no promise",
        "new WishNote(String,String,Instant,String)",
        "new BulkProgress(int,Map,Map)");
    cases.none(
        "needs a wish under way, which makes calls: WishesTest and BulkTest wait for theirs",
        "WishHandle.await(Duration)",
        "BulkHandle.await(Duration)");
  }

  private static void files(Cases cases, ResponseClient response) {
    TenantFileList list =
        new TenantFileList() {
          @Override
          public void block(String sha1, String comment) {}

          @Override
          public void allow(String sha1, String comment) {}
        };
    String sha1 = "0f".repeat(20);
    FileBlocks files = new FileBlocks(response, list);
    cases.row("new FileBlocks(ResponseClient)", null, response);
    cases.row("new FileBlocks(ResponseClient,TenantFileList)", null, response, list);
    cases
        .row(
            "FileBlocks.block(FileQuarantine,Collection,BulkOptions)",
            files,
            FileQuarantine.ofSha1(sha1, "case 4711"),
            List.of(ID),
            BulkOptions.defaults())
        .wrong(1, List.of(), "0 elements")
        .wrong(1, List.of(ENTRA_ID), ENTRA_ID);
    cases
        .row("FileBlocks.allow(String,String)", files, sha1, "clean")
        .wrong(0, "0f".repeat(32))
        .blank(1);
    cases.none(
        "implemented by the caller",
        "TenantFileList.block(String,String)",
        "TenantFileList.allow(String,String)");
  }

  private static void wishes(Cases cases) {
    cases.row("MachineWish.isolated(Isolation)", null, ISOLATION);
    cases.row("MachineWish.scanned(AntiVirusScan)", null, AntiVirusScan.full("why"));
    cases.row(
        "MachineWish.quarantined(FileQuarantine)",
        null,
        FileQuarantine.ofSha1("0f".repeat(20), "why"));
    LiveResponseRequest nothing = LiveResponseRequest.because("why");
    cases
        .row("MachineWish.liveResponse(LiveResponseRequest)", null, nothing.runScript("a.ps1"))
        .wrong(0, nothing, "0 commands");
    for (String state :
        List.of("released", "restricted", "unrestricted", "packageCollected", "offboarded")) {
      cases.row("MachineWish." + state + "(String)", null, "why").blank(0);
    }
    cases
        .row("MachineWish.unlessWithin(Duration)", WISH, Duration.ofDays(1))
        .wrong(0, Duration.ZERO);
  }

  private static void options(Cases cases) {
    WishOptions wishes = WishOptions.defaults();
    WishJournal journal = note -> {};
    WishNote note = new WishNote(ID, "abc", Instant.EPOCH, null);
    cases
        .row("WishOptions.opposite(Obstacle)", wishes, WishOptions.Obstacle.WAIT)
        .wrong(0, WishOptions.Obstacle.ADOPT);
    cases.row("WishOptions.otherForm(Obstacle)", wishes, WishOptions.Obstacle.ADOPT);
    cases
        .row("WishOptions.queuedAfter(Duration)", wishes, Duration.ofMinutes(1))
        .wrong(0, Duration.ZERO);
    cases
        .row("WishOptions.giveUpAfter(Duration)", wishes, Duration.ofMinutes(1))
        .wrong(0, Duration.ofSeconds(-1));
    cases.row("WishOptions.journal(WishJournal)", wishes, journal);
    cases.row("WishOptions.takeUp(WishNote)", wishes, note);
    cases.row("WishOptions.lastWishes(LastWishes)", wishes, noWishes());

    BulkOptions bulk = BulkOptions.defaults();
    Consumer<BulkProgress> listener = progress -> {};
    cases
        .row("BulkOptions.wishes(WishOptions)", bulk, wishes)
        .wrong(0, wishes.journal(journal), "a journal or a note")
        .wrong(0, wishes.takeUp(note), "a journal or a note");
    cases.row("BulkOptions.atOnce(int)", bulk, 1).wrong(0, 0).wrong(0, 1_001);
    cases.row("BulkOptions.store(BulkStore)", bulk, holding(""));
    cases.row("BulkOptions.onProgress(Consumer)", bulk, listener);
    cases.row("BulkStore.file(Path)", null, Path.of("bulk.txt"));
  }

  private static void watching(Cases cases, DefenderClient defender) {
    ActionWatcher watcher = new ActionWatcher(defender);
    cases.row("new ActionWatcher(DefenderClient)", null, defender);
    cases.row("ActionWatcher.follow(String)", watcher, "a7c1").blank(0);
    MachineAction over =
        Json.read(MachineAction.class, "{\"id\":\"a7c1\",\"status\":\"Succeeded\"}");
    cases
        .row("ActionWatcher.follow(MachineAction)", watcher, over)
        .wrong(0, Json.read(MachineAction.class, "{}"), "id is null");
    cases
        .row("ActionWatcher.lookUp(String,Collection)", watcher, ID, List.of(ActionType.ISOLATE))
        .blank(0)
        .wrong(1, List.of(), "0 elements")
        .wrong(1, Collections.nCopies(101, ActionType.ISOLATE), "101 elements");
    Consumer<MachineAction> listener = action -> {};
    cases.row("WatchedAction.onSight(Consumer)", watcher.follow(over), listener);
  }

  private static BulkStore holding(String... lines) {
    return new BulkStore() {
      @Override
      public List<String> load() {
        return List.of(lines);
      }

      @Override
      public void append(List<String> more) {}
    };
  }

  private static LastWishes noWishes() {
    return new LastWishes() {
      @Override
      public void put(String machineId, String topic, String wishId) {}

      @Override
      public Optional<String> last(String machineId, String topic) {
        return Optional.empty();
      }
    };
  }
}
