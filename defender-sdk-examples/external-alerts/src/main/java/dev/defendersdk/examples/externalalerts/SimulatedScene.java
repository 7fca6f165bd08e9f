package dev.defendersdk.examples.externalalerts;

import dev.defendersdk.alerts.external.Finding;
import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A tenant whose devices have recorded what the partner's product has found, but for one that is
 * not onboarded; with alerts that Defender raised itself, and an answer that is lost after the
 * service has acted. Investigations take seconds here, not minutes.
 */
record SimulatedScene(SimulatedTenant tenant, List<Finding> findings) {

  private static final Instant OF_THE_SAMPLE = Instant.parse("2026-11-24T09:00:00Z");

  static SimulatedScene begin(TimeSource time) {
    SimulatedTenant tenant =
        SimulatedTenant.builder()
            .time(time)
            .seed(4711)
            .machines(20)
            .machine(windows("pc-1.contoso.com"))
            .machine(windows("pc-2.contoso.com"))
            .machine(windows("pc-3.contoso.com"))
            .machine(NewMachine.named("srv-1.contoso.com").with("osPlatform", "WindowsServer2022"))
            .fault("alerts.createByReference", Occurrence.nth(3), Fault.resetAfter())
            .build();
    tenant.investigations().takes(Duration.ofSeconds(4), Duration.ofSeconds(8));
    tenant.actions().startsAfter(Duration.ofSeconds(1), Duration.ofSeconds(1));
    tenant.actions().takes(Duration.ofSeconds(2), Duration.ofSeconds(3));
    // The sample's times are of one morning: here it is that of today.
    Duration since = Duration.between(OF_THE_SAMPLE, time.now()).truncatedTo(ChronoUnit.SECONDS);
    List<Finding> findings = FindingsFile.sample(instant -> instant.plus(since));
    findings.forEach(finding -> record(tenant, finding));
    raise(tenant, "pc-3.contoso.com", "Suspicious PowerShell command line", "Medium", "Execution");
    raise(tenant, "srv-1.contoso.com", "'Mimikatz' malware was prevented", "Low", "Malware");
    return new SimulatedScene(tenant, findings);
  }

  static Settings settings(Path store) {
    return new Settings(
        store, Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofSeconds(30));
  }

  private static NewMachine windows(String name) {
    return NewMachine.named(name).with("osPlatform", "Windows11");
  }

  private static void raise(
      SimulatedTenant tenant, String machine, String title, String severity, String category) {
    tenant
        .alerts()
        .raise(
            NewTenantAlert.on(tenant.machines().get(machine).id())
                .title(title)
                .severity(severity)
                .category(category));
  }

  /** What Defender recorded of a finding: an event of about its time, with a time of its own. */
  private static void record(SimulatedTenant tenant, Finding finding) {
    String machine = finding.machineName().orElseThrow();
    if (tenant.machines().all().stream().noneMatch(each -> each.name().equals(machine))) {
      return; // it is not onboarded: Defender has no event of it
    }
    Map<String, Object> event = new HashMap<>();
    event.put("Timestamp", finding.time().plusMillis(1_250).plusNanos(711_500));
    event.put("DeviceId", tenant.machines().get(machine).id());
    event.put("DeviceName", machine);
    event.put("ReportId", 9_007_199_254_740_993L + finding.key().hashCode());
    finding.ipAddress().ifPresent(address -> event.put("RemoteIP", address));
    finding.fileHash().ifPresent(hash -> event.put("SHA256", hash));
    finding.userName().ifPresent(user -> event.put("AccountName", user));
    tenant.hunting().event(table(finding), event);
  }

  private static String table(Finding finding) {
    if (finding.ipAddress().isPresent()) {
      return "DeviceNetworkEvents";
    }
    return finding.fileHash().isPresent() ? "DeviceFileEvents" : "DeviceLogonEvents";
  }
}
