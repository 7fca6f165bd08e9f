package dev.defendersdk.examples.externalalerts;

import dev.defendersdk.alerts.external.EventLocator;
import dev.defendersdk.alerts.external.Finding;
import dev.defendersdk.core.EventReference;
import dev.defendersdk.hunting.HuntingClient;
import dev.defendersdk.hunting.HuntingQuery;
import dev.defendersdk.hunting.HuntingRow;
import java.time.Duration;
import java.util.Optional;

/**
 * Finds the event of a finding: on the machine, of the address, the file or the user that the
 * partner's product saw, and of about that time. Clocks differ: so a quarter of an hour either way.
 */
final class HuntingLocator implements EventLocator {

  private static final Duration ABOUT = Duration.ofMinutes(15);

  private static final String CONNECTION = "DeviceNetworkEvents | where RemoteIP == {what}";
  private static final String FILE = "DeviceFileEvents | where SHA256 =~ {what}";
  private static final String LOGON = "DeviceLogonEvents | where AccountName =~ {what}";
  private static final String OF_ID = " and DeviceId =~ {machine}";
  private static final String OF_NAME = " and DeviceName =~ {machine}";

  // What an alert is created from is these three columns.
  private static final String THE_FIRST =
      " and Timestamp between ({from} .. {to}) | order by Timestamp asc | take 1"
          + " | project Timestamp, DeviceId, ReportId";

  private final HuntingClient hunting;

  HuntingLocator(HuntingClient hunting) {
    this.hunting = hunting;
  }

  @Override
  public Optional<EventReference> locate(Finding finding) {
    return connection(finding).or(() -> file(finding)).or(() -> logon(finding));
  }

  private Optional<EventReference> connection(Finding finding) {
    return finding.ipAddress().flatMap(address -> first(CONNECTION, finding, address));
  }

  private Optional<EventReference> file(Finding finding) {
    return finding.fileHash().flatMap(hash -> first(FILE, finding, hash));
  }

  private Optional<EventReference> logon(Finding finding) {
    return finding.userName().flatMap(user -> first(LOGON, finding, user));
  }

  private Optional<EventReference> first(String events, Finding finding, String what) {
    Optional<String> machine = finding.machineId().or(finding::machineName);
    if (machine.isEmpty()) {
      return Optional.empty();
    }
    String ofMachine = finding.machineId().isPresent() ? OF_ID : OF_NAME; // a name may be reused
    HuntingQuery query =
        HuntingQuery.of(events + ofMachine + THE_FIRST)
            .with("machine", machine.get())
            .with("what", what)
            .with("from", finding.time().minus(ABOUT))
            .with("to", finding.time().plus(ABOUT));
    for (HuntingRow row : hunting.run(query)) {
      return row.eventReference();
    }
    return Optional.empty();
  }
}
