package dev.defendersdk.testkit.internal.health;

import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.internal.api.Handler;
import dev.defendersdk.testkit.internal.api.Room;
import dev.defendersdk.testkit.internal.machines.Machine;
import dev.defendersdk.testkit.internal.machines.MachineBook;
import dev.defendersdk.testkit.internal.odata.Links;
import dev.defendersdk.testkit.internal.odata.ListQuery;
import dev.defendersdk.testkit.internal.odata.Page;
import dev.defendersdk.testkit.internal.odata.Paging;
import dev.defendersdk.testkit.internal.odata.Row;
import dev.defendersdk.testkit.internal.odata.Schema;
import dev.defendersdk.testkit.rules.Quirks;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The antivirus health of machines. All of it follows from the machine's id and its row. Pages:
 * those of device-health.md.
 */
public final class HealthRoom implements Room {

  /** What a page holds where the caller says nothing. */
  private static final int DEFAULT_PAGE = 20;

  private static final List<String> UNDOCUMENTED =
      List.of("avSignatureDataRefreshTime", "cloudProtectionState", "avModeDataRefreshTime");

  /** Page: device-health-export-antivirus-health-report-api.md, for what can be filtered by too. */
  private static final Schema SCHEMA =
      Schema.of(
          """
          id text
          machineId text filter
          computerDnsName text filter
          osKind text filter
          osPlatform text filter
          osVersion text filter
          avMode text filter
          avSignatureVersion text filter
          avEngineVersion text filter
          avPlatformVersion text filter
          lastSeenTime time
          quickScanResult text filter
          quickScanError text filter
          quickScanTime time
          fullScanResult text filter
          fullScanError text filter
          fullScanTime time
          dataRefreshTimestamp time
          avEngineUpdateTime time
          avSignatureUpdateTime time
          avPlatformUpdateTime time
          avIsSignatureUpToDate text filter
          avIsEngineUpToDate text filter
          avIsPlatformUpToDate text filter
          avSignaturePublishTime time
          avSignatureDataRefreshTime time
          cloudProtectionState text
          avModeDataRefreshTime time
          rbacGroupName text
          rbacGroupId number filter
          """);

  private static final String[] MODES = {"0", "0", "0", "0", "0", "1", "1", "2", "4", "5"};
  private static final String[] FLAGS = {"True", "True", "True", "True", "False", "Unknown"};

  private final MachineBook machines;
  private final Quirks quirks;

  public HealthRoom(MachineBook machines, Quirks quirks) {
    this.machines = machines;
    this.quirks = quirks;
  }

  @Override
  public Map<String, Handler> handlers() {
    return Map.of("deviceHealth.listAntivirus", this::list);
  }

  private Answer list(Call call) {
    ListQuery query = ListQuery.of(SCHEMA, call.query());
    // Not in the order of machines: a list has none that is documented, but one that stays.
    List<Row> rows =
        machines.all().stream()
            .filter(machine -> machine.row().text("onboardingStatus").equals("Onboarded"))
            .sorted(Comparator.comparing(Machine::id))
            .map(machine -> row(machine, call.now()))
            .toList();
    Paging usual = Links.paging(call, quirks);
    Paging paging =
        call.query().get("$top") != null
            ? usual
            : new Paging(
                Math.min(DEFAULT_PAGE, usual.pageSize()),
                usual.top(),
                usual.skipToken(),
                usual.linkHost());
    Page page = query.page(rows, Links.path(call), paging);
    return Answer.of(
        call.operation().success(), page.content(Links.context(call, "DeviceAvInfo"), row -> row));
  }

  private Row row(Machine machine, Instant now) {
    Row of = machine.row();
    SplittableRandom random = new SplittableRandom(machine.id().hashCode());
    String platform = of.text("osPlatform");
    boolean quick = random.nextInt(8) > 0;
    boolean full = random.nextInt(3) == 0;
    Instant lately = now.minus(Duration.ofHours(1 + random.nextInt(20)));
    Row.Builder row =
        SCHEMA
            .row()
            .set("id", machine.id())
            .set("machineId", machine.id())
            .set("computerDnsName", machine.name())
            .set("osKind", kind(platform))
            .set("osPlatform", platform)
            .set("osVersion", of.text("version"))
            .set("avMode", undocumented() && random.nextInt(40) == 0 ? "" : pick(MODES, random))
            .set("avSignatureVersion", "1.421." + random.nextInt(1_999) + ".0")
            .set("avEngineVersion", "1.1.25100.9002")
            .set("avPlatformVersion", "4.18.25100.9008")
            .set("lastSeenTime", of.get("lastSeen"))
            .set("quickScanResult", quick ? scanned(random) : "")
            .set("quickScanError", "")
            .set("quickScanTime", quick ? lately : null)
            .set("fullScanResult", full ? scanned(random) : "")
            .set("fullScanError", "")
            .set("fullScanTime", full ? lately.minus(Duration.ofDays(5)) : null)
            .set("dataRefreshTimestamp", now.minus(Duration.ofMinutes(30)))
            .set("avEngineUpdateTime", lately)
            .set("avSignatureUpdateTime", lately)
            .set("avPlatformUpdateTime", lately.minus(Duration.ofDays(20)))
            .set("avIsSignatureUpToDate", pick(FLAGS, random))
            .set("avIsEngineUpToDate", pick(FLAGS, random))
            .set("avIsPlatformUpToDate", pick(FLAGS, random))
            .set("avSignaturePublishTime", lately.minus(Duration.ofHours(3)))
            .set("rbacGroupName", of.get("rbacGroupName"))
            .set("rbacGroupId", of.get("rbacGroupId"));
    if (undocumented()) {
      row.set("avSignatureDataRefreshTime", lately)
          .set("cloudProtectionState", "Enabled")
          .set("avModeDataRefreshTime", lately);
    } else {
      UNDOCUMENTED.forEach(row::leaveOut);
    }
    return row.build();
  }

  private boolean undocumented() {
    return quirks.undocumentedMembers();
  }

  private static String kind(String platform) {
    String name = platform.toLowerCase(Locale.ROOT);
    return name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "mac" : "linux";
  }

  private static String scanned(SplittableRandom random) {
    return random.nextInt(6) == 0 ? "Canceled" : "Completed";
  }

  private static String pick(String[] values, SplittableRandom random) {
    return values[random.nextInt(values.length)];
  }
}
