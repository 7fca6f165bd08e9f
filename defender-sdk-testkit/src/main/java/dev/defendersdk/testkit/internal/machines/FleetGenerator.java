package dev.defendersdk.testkit.internal.machines;

import dev.defendersdk.testkit.fleet.Fleet;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.fleet.Reach;
import dev.defendersdk.testkit.internal.api.Ids;
import dev.defendersdk.testkit.internal.odata.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Invents machines. Addresses are of private and documentation ranges, names of contoso kind. */
final class FleetGenerator {

  private record Os(String platform, String version, long build, String kind) {

    boolean isWindows() {
      return platform.startsWith("Windows");
    }
  }

  private static final List<Os> SYSTEMS =
      List.of(
          new Os("Windows10", "22H2", 19045, "pc"),
          new Os("Windows10", "21H2", 19044, "pc"),
          new Os("Windows11", "23H2", 22631, "pc"),
          new Os("Windows11", "24H2", 26100, "laptop"),
          new Os("Windows11", "24H2", 26100, "laptop"),
          new Os("WindowsServer2022", "21H2", 20348, "srv"),
          new Os("WindowsServer2019", "1809", 17763, "srv"),
          new Os("Linux", "9.4", 0, "lx"),
          new Os("macOS", "14.6", 0, "mac"));

  /** How many of them, from the first, are workstations with Windows. */
  private static final int WORKSTATIONS = 5;

  private static final List<String> TAGS =
      List.of("finance", "Finance-Berlin", "vip", "kiosk", "O'Brien's lab", "pilot ring 1", "ops");

  private static final String[] RISKS = {"None", "None", "Informational", "Low", "Medium", "High"};
  private static final String[] EXPOSURES = {"None", "Low", "Low", "Medium", "Medium", "High"};
  private static final String[] HEALTH = {
    "Active",
    "Active",
    "Active",
    "Active",
    "Active",
    "Active",
    "Active",
    "Active",
    "Inactive",
    "ImpairedCommunication",
    "NoSensorData",
    "NoSensorDataImpairedCommunication",
    "Unknown"
  };
  private static final String[] GROUPS = {"The-A-Team", "Servers", "Workstations"};

  private final Ids ids;
  private final SplittableRandom random;
  private final Instant now;
  private final boolean undocumented;

  FleetGenerator(Ids ids, Instant now, boolean undocumented) {
    this.ids = ids;
    this.random = ids.random();
    this.now = now;
    this.undocumented = undocumented;
  }

  Machine machine(Fleet fleet, int number) {
    Os os = SYSTEMS.get(random.nextInt(SYSTEMS.size()));
    Reach reach = reach(fleet);
    String name = String.format(Locale.ROOT, "%s-%05d.%s", os.kind(), number, fleet.domain());
    return new Machine(row(name, os, reach, null), reach);
  }

  Machine machine(NewMachine wanted) {
    Os os = os(wanted.property("osPlatform"));
    Object address = wanted.property("lastIpAddress");
    Row row = row(wanted.name(), os, wanted.reach(), address == null ? null : address.toString());
    for (Map.Entry<String, Object> property : wanted.properties().entrySet()) {
      row = row.with(property.getKey(), property.getValue());
    }
    return new Machine(row, wanted.reach());
  }

  /** A system of the wanted platform; a workstation with Windows if none is said, or none known. */
  private Os os(@Nullable Object platform) {
    List<Os> fitting = SYSTEMS.stream().filter(os -> os.platform().equals(platform)).toList();
    List<Os> some = fitting.isEmpty() ? SYSTEMS.subList(0, WORKSTATIONS) : fitting;
    return some.get(random.nextInt(some.size()));
  }

  private Reach reach(Fleet fleet) {
    double draw = random.nextDouble();
    draw -= fleet.offlineForever();
    if (draw < 0) {
      return Reach.offlineForever();
    }
    draw -= fleet.offlineForAWhile();
    if (draw < 0) {
      long away = 1 + random.nextLong(fleet.longestOffline().toNanos());
      return Reach.offlineUntil(now.plusNanos(away));
    }
    draw -= fleet.unsupported();
    if (draw < 0) {
      return Reach.unsupportedPlatform();
    }
    draw -= fleet.oldAgent();
    return draw < 0 ? Reach.oldAgent() : Reach.online();
  }

  private Row row(String name, Os os, Reach reach, @Nullable String ipAddress) {
    boolean online = reach.isOnline(now);
    String address = ipAddress == null ? privateAddress() : ipAddress;
    boolean joined = random.nextInt(4) > 0;
    int group = random.nextInt(GROUPS.length + 1);
    Duration unseen = online ? Duration.ofHours(23) : Duration.ofDays(20);
    Row.Builder row =
        MachineSchema.SCHEMA
            .row()
            .set("id", ids.hex(40))
            .set("computerDnsName", name)
            .set("firstSeen", before(Duration.ofDays(21), Duration.ofDays(900)))
            .set("lastSeen", before(Duration.ZERO, unseen))
            .set("osPlatform", os.platform())
            .set("osProcessor", "x64")
            .set("osArchitecture", "64-bit")
            .set("version", os.version())
            .set("osBuild", os.build() == 0 ? null : os.build())
            .set("lastIpAddress", address)
            .set("lastExternalIpAddress", "203.0.113." + (1 + random.nextInt(254)))
            .set("healthStatus", online ? pick(HEALTH) : "Inactive")
            .set("onboardingStatus", "Onboarded")
            .set("deviceValue", random.nextInt(10) == 0 ? "High" : "Normal")
            .set("rbacGroupId", group == GROUPS.length ? 0 : 140 + group)
            .set("rbacGroupName", group == GROUPS.length ? null : GROUPS[group])
            .set("riskScore", odd("Critical", pick(RISKS)))
            .set("exposureLevel", odd("Severe", pick(EXPOSURES)))
            .set("isAadJoined", joined)
            .set("aadDeviceId", joined ? ids.guid() : null)
            .set("machineTags", tags())
            .set("ipAddresses", interfaces(address));
    addUndocumented(row, os);
    return row.build();
  }

  private void addUndocumented(Row.Builder row, Os os) {
    if (!undocumented) {
      MachineSchema.UNDOCUMENTED.forEach(row::leaveOut);
      return;
    }
    row.set("isPotentialDuplication", false)
        .set("isExcluded", false)
        .set(
            "agentVersion",
            (os.isWindows() ? "10.8760." : "101.24082.")
                + random.nextInt(9000)
                + "."
                + random.nextInt(9000))
        .set("defenderAvStatus", "Updated")
        .set("managedBy", odd("MicrosoftSense", "Intune"))
        .set("managedByStatus", "Success");
    if (random.nextInt(3) == 0) {
      Map<String, Object> vm = new LinkedHashMap<>();
      vm.put("vmId", ids.guid());
      vm.put("cloudProvider", odd("GCP", "Azure"));
      vm.put("resourceId", "/subscriptions/" + ids.guid() + "/resourceGroups/rg");
      vm.put("subscriptionId", ids.guid());
      row.set("vmMetadata", vm);
    }
    if (random.nextInt(5) == 0) {
      Map<String, Object> context = new LinkedHashMap<>();
      context.put("criticality", random.nextInt(4));
      context.put("score", 0.125 + random.nextInt(100));
      row.set("assetContext", context);
    } else {
      row.leaveOut("assetContext");
    }
  }

  /** A value that no page lists, now and then. */
  private String odd(String unlisted, String listed) {
    return undocumented && random.nextInt(50) == 0 ? unlisted : listed;
  }

  private List<String> tags() {
    List<String> tags = new ArrayList<>();
    int count = Math.max(0, random.nextInt(5) - 2);
    while (tags.size() < count) {
      String tag = TAGS.get(random.nextInt(TAGS.size()));
      if (!tags.contains(tag)) {
        tags.add(tag);
      }
    }
    return List.copyOf(tags);
  }

  private List<Map<String, @Nullable Object>> interfaces(String address) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    String mac = ids.hex(12).toUpperCase(Locale.ROOT);
    all.add(networkInterface(address, mac, "Ethernet"));
    if (random.nextInt(2) == 0) {
      String v6 = "fe80::" + ids.hex(4) + ":" + ids.hex(4) + ":" + ids.hex(4) + ":" + ids.hex(4);
      all.add(networkInterface(v6, mac, "IEEE80211"));
    }
    all.add(networkInterface("127.0.0.1", null, "SoftwareLoopback"));
    return all;
  }

  private static Map<String, @Nullable Object> networkInterface(
      String address, @Nullable String mac, String type) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("ipAddress", address);
    all.put("macAddress", mac);
    all.put("type", type);
    all.put("operationalStatus", "Up");
    return all;
  }

  private String privateAddress() {
    return "10."
        + random.nextInt(256)
        + "."
        + random.nextInt(256)
        + "."
        + (1 + random.nextInt(254));
  }

  /** An instant between two ages, with 0 to 7 fraction digits. */
  private Instant before(Duration youngest, Duration oldest) {
    long span = oldest.minus(youngest).toSeconds();
    Instant second =
        Instant.ofEpochSecond(
            now.minus(youngest).getEpochSecond() - 1 - random.nextLong(Math.max(1, span)));
    long unit = 100;
    for (int digits = random.nextInt(8); digits < 7; digits++) {
      unit *= 10;
    }
    return second.plusNanos(random.nextLong(1_000_000_000L) / unit * unit);
  }

  private String pick(String[] values) {
    return values[random.nextInt(values.length)];
  }
}
