package dev.defendersdk.alerts.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.alerts.Alert;
import dev.defendersdk.core.EventReference;
import dev.defendersdk.core.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An alert is known by its event's time, to as many digits of the second as came back. */
class TracesTest {

  private static final String DEVICE = "0f";

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @CsvSource({
    "07:00:00.711,       07:00:00.7115183,    true",
    "07:00:00.711518,    07:00:00.7115183,    true",
    "07:00:00.7115183,   07:00:00.7115183,    true",
    "07:00:00.7115183,   07:00:00.711518399,  true", // the service has seven digits at the most
    "07:00:00,           07:00:00.0000004,    true", // three zeros, like any digits
    "07:00:00.710,       07:00:00.7115183,    false",
    "07:00:00.713,       07:00:00.7115183,    false",
    "07:00:00.711517,    07:00:00.7115183,    false",
    "07:00:00.711521,    07:00:00.7115183,    false",
    "07:00:00.7115182,   07:00:00.7115183,    false",
    "07:00:00.7115184,   07:00:00.7115183,    false",
    "07:00:00.7115184,   07:00:00.711518399,  false",
    "07:00:00,           07:00:00.7115183,    false"
  })
  void anEventIsComparedByTheDigitsThatCameBack(String returned, String asked, boolean found) {
    FindingRecord record = record("2026-11-24T" + asked + "Z");
    String time = "2026-11-24T" + returned + "Z";
    Alert own = alert(Scene.START, time, time);
    Alert first = alert(Scene.START.minus(Duration.ofDays(1)), time, "2026-11-24T07:30:00Z");
    Alert last = alert(Scene.START.minus(Duration.ofDays(1)), "2026-11-24T06:30:00Z", time);
    for (Alert alert : List.of(own, first, last)) {
      assertThat(Traces.find(List.of(alert), record).isPresent()).isEqualTo(found);
    }
  }

  private static FindingRecord record(String eventTime) {
    return new FindingRecord(
        "contoso.onmicrosoft.com",
        "f1",
        FindingRecord.Stage.SENDING,
        Scene.START,
        new EventReference(DEVICE, Instant.parse(eventTime), "4711"),
        "Beacon",
        null);
  }

  private static Alert alert(Instant created, String firstEvent, String lastEvent) {
    return Json.read(
        Alert.class,
        """
        {"id": "da-1", "title": "Beacon", "machineId": "%s", "status": "New",
         "alertCreationTime": "%s", "firstEventTime": "%s", "lastEventTime": "%s"}
        """
            .formatted(DEVICE, created, firstEvent, lastEvent));
  }
}
