package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.fleet.Reach;
import dev.defendersdk.testkit.rules.Quirks;
import dev.defendersdk.testkit.rules.Quirks.SecondAction;
import dev.defendersdk.testkit.rules.Quotas;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Restriction, scan, quarantine, package, offboarding and containment, as their pages have them.
 */
class ResponseActionsTest {

  private static final String SHA1 = "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567";
  private static final String COMMENT = "{\"Comment\":\"case 4711\"}";

  private final SimulatedTenant tenant = tenant(Quirks.harsh());
  private final Caller caller = Caller.of(tenant);

  private static SimulatedTenant tenant(Quirks quirks) {
    SimulatedTenant tenant =
        SimulatedTenant.builder()
            .time(Times.virtual())
            .quotas(Quotas.unlimited())
            .quirks(quirks)
            .tokenLifetime(Duration.ofDays(30))
            .machine(NewMachine.named("pc"))
            .machine(NewMachine.named("away").reach(Reach.offlineForever()))
            .machine(NewMachine.named("stray").with("onboardingStatus", "CanBeOnboarded"))
            .machine(system("early", "Windows10").with("osBuild", 15063))
            .machine(system("earliest", "Windows10").with("osBuild", 14393))
            .machine(system("server", "WindowsServer2019"))
            .machine(system("oldServer", "WindowsServer2016"))
            .machine(system("linux", "Linux"))
            .machine(system("oldLinux", "Linux").with("agentVersion", "101.98.30"))
            .machine(system("mac", "macOS"))
            .machine(system("oldMac", "macOS").with("agentVersion", "101.98"))
            .machine(system("phone", "Android"))
            .build();
    tenant.actions().startsAfter(Duration.ofSeconds(10), Duration.ofSeconds(10));
    tenant.actions().takes(Duration.ofSeconds(60), Duration.ofSeconds(60));
    return tenant;
  }

  private static NewMachine system(String name, String platform) {
    return NewMachine.named(name).with("osPlatform", platform);
  }

  @ParameterizedTest
  @CsvSource({
    "restrictCodeExecution, RestrictCodeExecution, 201",
    "unrestrictCodeExecution, UnrestrictCodeExecution, 201",
    "runAntiVirusScan, RunAntiVirusScan, 201",
    "StopAndQuarantineFile, StopAndQuarantineFile, 201",
    "collectInvestigationPackage, CollectInvestigationPackage, 201",
    "offboard, Offboard, 200"
  })
  void everyActionIsStartedAndSucceeds(String path, String type, int status) {
    Caller.Reply started = start("pc", path);

    assertThat(started.status()).isEqualTo(status);
    assertThat(started.json().path("type").asText()).isEqualTo(type);
    assertThat(started.json().path("status").asText()).isEqualTo("Pending");
    Times.pass(tenant, Duration.ofSeconds(70));
    assertThat(tenant.actions().all().get(0).status()).isEqualTo("Succeeded");
    assertThat(tenant.journal().effects()).hasSize(1);
  }

  @Test
  void aRestrictionHoldsUntilItIsTakenBack() {
    start("pc", "restrictCodeExecution");
    assertThat(tenant.machines().get("pc").restricted()).isFalse();
    Times.pass(tenant, Duration.ofMinutes(2));
    assertThat(tenant.machines().get("pc").restricted()).isTrue();

    start("pc", "unrestrictCodeExecution");
    Times.pass(tenant, Duration.ofMinutes(2));
    assertThat(tenant.machines().get("pc").restricted()).isFalse();
  }

  @Test
  void nothingReachesAMachineThatWasOffboardedAlsoIfNobodyLookedMeanwhile() {
    start("pc", "offboard");
    Times.pass(tenant, Duration.ofSeconds(65));
    start("pc", "runAntiVirusScan");

    Times.pass(tenant, Duration.ofDays(1));
    assertThat(statuses()).containsExactly("Pending", "Succeeded");
    assertThat(tenant.machines().get("pc").offboarded()).isTrue();
    assertThat(tenant.machines().get("pc").online()).isFalse();
    Times.pass(tenant, Duration.ofDays(2));
    assertThat(statuses()).containsExactly("TimeOut", "Succeeded");
  }

  @Test
  void anOfflineMachineIsWaitedForByEveryAction() {
    start("away", "runAntiVirusScan");
    start("away", "restrictCodeExecution");

    Times.pass(tenant, Duration.ofDays(3).minusSeconds(1));
    assertThat(statuses()).containsExactly("Pending", "Pending");
    Times.pass(tenant, Duration.ofSeconds(1));
    assertThat(statuses()).containsExactly("TimeOut", "TimeOut");
  }

  @Test
  void aScanHasItsTypeAsScopeAndAQuarantineItsFile() {
    assertThat(start("pc", "runAntiVirusScan").json().path("scope").asText()).isEqualTo("Quick");
    JsonNode file = start("pc", "StopAndQuarantineFile").json().path("relatedFileInfo");
    assertThat(file.path("fileIdentifier").asText()).isEqualTo(SHA1);
    assertThat(file.path("fileIdentifierType").asText()).isEqualTo("Sha1");
  }

  @Test
  void whatABodyLacksOrHoldsAmissIsTold() {
    assertThat(post("pc", "offboard", "{}").code()).isEqualTo("MissingRequiredParameter");
    assertThat(post("pc", "runAntiVirusScan", COMMENT).code())
        .isEqualTo("MissingRequiredParameter");
    assertThat(post("pc", "runAntiVirusScan", with("ScanType", "quick")).code())
        .isEqualTo("InvalidRequestBody");
    assertThat(post("pc", "StopAndQuarantineFile", with("Sha1", "00".repeat(32))).code())
        .isEqualTo("InvalidHashValue");
    assertThat(tenant.journal().effects()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "restrictCodeExecution, pc server, linux mac early earliest oldServer phone",
    "unrestrictCodeExecution, pc server, linux mac early earliest oldServer phone",
    "runAntiVirusScan, pc server oldServer linux mac, early earliest phone",
    "StopAndQuarantineFile, pc early server oldServer, linux mac earliest phone",
    "collectInvestigationPackage, pc early server linux oldLinux mac oldMac, earliest phone",
    "offboard, pc early server oldServer, linux mac earliest phone",
    "isolate, pc early server oldServer linux oldLinux mac, earliest phone",
    "unisolate, pc early server oldServer linux oldLinux mac, earliest phone"
  })
  void anActionIsTakenOnThePlatformsOfItsPageAndOnNoOther(
      String path, String taken, String refused) {
    for (String name : taken.split(" ", -1)) {
      assertThat(start(name, path).status()).as(name).isIn(200, 201);
    }
    for (String name : refused.split(" ", -1)) {
      Caller.Reply reply = start(name, path);
      assertThat(reply.code()).as(name).isEqualTo("OsPlatformNotSupported");
      assertThat(caller.get("/api/machines/" + name).json().path("osPlatform").asText())
          .satisfies(platform -> assertThat(reply.message()).contains(platform));
    }
  }

  @Test
  void aClientThatIsTooOldIsToldTheVersionThatItNeeds() {
    for (Caller.Reply reply :
        List.of(
            start("oldMac", "isolate"),
            start("oldMac", "runAntiVirusScan"),
            start("oldLinux", "runAntiVirusScan"))) {
      assertThat(reply.code()).isEqualTo("ClientVersionNotSupported");
      assertThat(reply.message()).contains("101.98.84");
    }
  }

  @Test
  void selectiveIsolationIsNotForLinuxNorForTheFirstWindows10() {
    String selective = with("IsolationType", "Selective");
    assertThat(post("linux", "isolate", selective).code()).isEqualTo("OsPlatformNotSupported");
    assertThat(post("early", "isolate", selective).code()).isEqualTo("OsPlatformNotSupported");
    assertThat(post("mac", "isolate", selective).status()).isEqualTo(201);
  }

  @Test
  void aReleaseLiftsContainmentWhichTheOtherMachinesCarryOut() {
    tenant.machines().reach("stray", Reach.offlineForever());
    assertThat(post("stray", "isolate", with("IsolationType", "UnManagedDevice")).status())
        .isEqualTo(201);
    Times.pass(tenant, Duration.ofMinutes(2));
    assertThat(tenant.machines().get("stray").isolation()).isEqualTo("UnManagedDevice");

    assertThat(start("stray", "unisolate").status()).isEqualTo(201);
    Times.pass(tenant, Duration.ofMinutes(2));
    assertThat(tenant.machines().get("stray").isIsolated()).isFalse();
    assertThat(start("stray", "offboard").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "restrictCodeExecution, restrictCodeExecution",
    "restrictCodeExecution, unrestrictCodeExecution",
    "unrestrictCodeExecution, unrestrictCodeExecution",
    "runAntiVirusScan, runAntiVirusScan",
    "StopAndQuarantineFile, StopAndQuarantineFile",
    "collectInvestigationPackage, collectInvestigationPackage",
    "offboard, offboard"
  })
  void aSecondActionOfItsKindIsRefusedUntilTheFirstHasEnded(String first, String second) {
    start("away", first);

    Caller.Reply refused = start("away", second);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("ActiveRequestAlreadyExists");
    assertThat(refused.message()).isEqualTo("Action is already in progress");
    assertThat(tenant.journal().effects()).hasSize(1);
    Times.pass(tenant, Duration.ofDays(3));
    assertThat(start("away", second).status()).isIn(200, 201);
  }

  @Test
  void actionsOfOtherKindsOnOtherFilesAndOnOtherMachinesAreNotInTheWay() {
    for (String path :
        List.of(
            "isolate",
            "restrictCodeExecution",
            "runAntiVirusScan",
            "StopAndQuarantineFile",
            "collectInvestigationPackage")) {
      assertThat(start("pc", path).status()).as(path).isEqualTo(201);
    }
    assertThat(post("pc", "StopAndQuarantineFile", with("Sha1", "f".repeat(40))).status())
        .isEqualTo(201);
    assertThat(start("away", "runAntiVirusScan").status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"restrictCodeExecution", "runAntiVirusScan", "offboard"})
  void aSecondActionCanBeAnsweredWithTheFirst(String path) {
    SimulatedTenant other =
        tenant(Quirks.harsh().withSecondAction(SecondAction.ANSWERED_WITH_THE_FIRST));
    String url = "/api/machines/" + other.machines().get("pc").id() + "/" + path;
    Caller again = Caller.of(other);
    Caller.Reply first = again.post(url, body(path));
    Caller.Reply second = again.post(url, body(path));

    assertThat(second.status()).isEqualTo(first.status());
    assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
    assertThat(other.actions().all()).hasSize(1);
  }

  @Test
  void aSecondPackageIsRefusedWhateverTheQuirks() {
    SimulatedTenant other = tenant(Quirks.gentle().withSecondAction(SecondAction.ACCEPTED));
    String url =
        "/api/machines/" + other.machines().get("pc").id() + "/collectInvestigationPackage";
    Caller again = Caller.of(other);

    assertThat(again.post(url, COMMENT).status()).isEqualTo(201);
    assertThat(again.post(url, COMMENT).status()).isEqualTo(400);
  }

  @Test
  void manyActionsWalkAndAreListedNewestFirst() {
    int machines = Boolean.getBoolean("soak") ? 10_000 : 1_000;
    SimulatedTenant large =
        SimulatedTenant.builder()
            .time(Times.virtual())
            .quotas(Quotas.unlimited())
            .machines(machines)
            .build();
    large.actions().takes(Duration.ZERO, Duration.ofSeconds(20));
    Caller calls = Caller.of(large);
    for (String id : large.machines().ids()) {
      calls.post("/api/machines/" + id + "/collectInvestigationPackage", COMMENT);
    }
    assertThat(large.actions().all()).hasSize(machines).allMatch(a -> a.status().equals("Pending"));

    Times.pass(large, Duration.ofSeconds(20));
    assertThat(large.actions().all().stream().map(ActionView::status).distinct())
        .contains("InProgress", "Succeeded")
        .doesNotContain("Pending");
    Times.pass(large, Duration.ofSeconds(20));
    Caller.Reply list = calls.get("/api/machineactions");
    assertThat(list.all("status")).hasSize(machines).containsOnly("Succeeded");
    assertThat(list.ids()).isEqualTo(large.actions().all().stream().map(ActionView::id).toList());
    assertThat(list.all("machineId").get(0)).isEqualTo(large.machines().ids().get(machines - 1));
  }

  private List<String> statuses() {
    return tenant.actions().all().stream().map(ActionView::status).toList();
  }

  private Caller.Reply start(String name, String path) {
    return post(name, path, body(path));
  }

  private Caller.Reply post(String name, String path, String body) {
    return caller.post("/api/machines/" + tenant.machines().get(name).id() + "/" + path, body);
  }

  private static String body(String path) {
    return switch (path) {
      case "isolate" -> with("IsolationType", "Full");
      case "runAntiVirusScan" -> with("ScanType", "Quick");
      case "StopAndQuarantineFile" -> with("Sha1", SHA1);
      default -> COMMENT;
    };
  }

  private static String with(String member, String value) {
    return "{\"Comment\":\"case 4711\",\"" + member + "\":\"" + value + "\"}";
  }
}
