package dev.defendersdk.benchmarks;

import dev.defendersdk.alerts.graph.SecurityAlert;
import dev.defendersdk.alerts.graph.SecurityAlertsClient;
import dev.defendersdk.alerts.graph.evidence.DeviceEvidence;
import dev.defendersdk.alerts.graph.evidence.Evidence;
import dev.defendersdk.alerts.graph.evidence.FileDetails;
import dev.defendersdk.alerts.graph.evidence.FileEvidence;
import dev.defendersdk.alerts.graph.evidence.IpEvidence;
import dev.defendersdk.alerts.graph.evidence.ProcessEvidence;
import dev.defendersdk.alerts.graph.evidence.RegistryKeyEvidence;
import dev.defendersdk.alerts.graph.evidence.RegistryValueEvidence;
import dev.defendersdk.alerts.graph.evidence.UrlEvidence;
import dev.defendersdk.alerts.graph.evidence.UserAccount;
import dev.defendersdk.alerts.graph.evidence.UserEvidence;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.OpenEnum;
import org.jspecify.annotations.Nullable;

/** Lists alerts by this SDK. */
public final class SdkListing {

  private static @Nullable DefenderClient client;
  private static int tenants;

  private SdkListing() {}

  /** Runs as {@link Listing#measure} says. */
  public static void main(String[] arguments) throws Exception {
    Listing.measure(SdkListing::list, arguments);
  }

  private static void list(String root, int pageSize, long most, Checksum checksum) {
    if (client == null) {
      client = LocalClient.of(root);
    }
    // A tenant of its own for each list, so that none waits for quota.
    SecurityAlertsClient alerts = new SecurityAlertsClient(client.forTenant("tenant-" + tenants++));
    long read = 0;
    for (SecurityAlert alert : alerts.list(query -> query.pageSize(pageSize))) {
      read(alert, checksum);
      if (++read == most) {
        break;
      }
    }
  }

  private static void read(SecurityAlert alert, Checksum checksum) {
    checksum
        .add(alert.id())
        .add(alert.title())
        .add(text(alert.severity()))
        .add(text(alert.status()))
        .add(alert.incidentId())
        .add(alert.createdDateTime())
        .add(alert.lastUpdateDateTime());
    for (Evidence evidence : alert.evidence()) {
      checksum.add(evidence.createdDateTime()).add(text(evidence.verdict()));
      read(evidence, checksum);
    }
  }

  private static void read(Evidence evidence, Checksum checksum) {
    if (evidence instanceof DeviceEvidence device) {
      checksum.add(device.mdeDeviceId()).add(device.deviceDnsName());
    } else if (evidence instanceof FileEvidence file) {
      read(file.fileDetails(), checksum);
    } else if (evidence instanceof ProcessEvidence process) {
      checksum.add(process.processId()).add(process.processCommandLine());
      read(process.imageFile(), checksum);
    } else if (evidence instanceof UserEvidence user) {
      UserAccount account = user.userAccount();
      checksum
          .add(account == null ? null : account.accountName())
          .add(account == null ? null : account.userSid());
    } else if (evidence instanceof IpEvidence ip) {
      checksum.add(ip.ipAddress());
    } else if (evidence instanceof UrlEvidence url) {
      checksum.add(url.url());
    } else if (evidence instanceof RegistryKeyEvidence key) {
      checksum.add(key.registryHive()).add(key.registryKey());
    } else if (evidence instanceof RegistryValueEvidence value) {
      checksum.add(value.registryKey()).add(value.registryValue());
    } else {
      throw new IllegalStateException("no kind that the server sends: " + evidence.getClass());
    }
  }

  private static void read(@Nullable FileDetails file, Checksum checksum) {
    checksum
        .add(file == null ? null : file.sha256())
        .add(file == null ? null : file.fileName())
        .add(file == null ? null : file.filePath());
  }

  private static @Nullable String text(@Nullable OpenEnum<?> value) {
    return value == null ? null : value.value();
  }
}
