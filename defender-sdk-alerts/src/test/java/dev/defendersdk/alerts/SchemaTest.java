package dev.defendersdk.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.InvestigationState;
import dev.defendersdk.core.Json;
import dev.defendersdk.testsupport.facts.Facts;
import dev.defendersdk.testsupport.facts.SchemaChecks;
import dev.defendersdk.testsupport.facts.SchemaFacts;
import dev.defendersdk.testsupport.facts.Wire;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The entities of this package, their enums, and the filters of their list. */
class SchemaTest extends SchemaChecks {

  SchemaTest() {
    super(
        SchemaFacts.of(Facts.beside(SchemaTest.class), Alert.class, InvestigationState.class),
        // The metadata has the category as a text.
        Set.of("Alert", "RelatedIp", "AlertCategory"));
  }

  @Test
  void alertsAreFilteredByWhatThePageNames() {
    filtersAre("Alert", AlertFields.class, where -> AlertQuery.all().where(where));
  }

  /** The pages differ from the metadata, and from each other (alerts.md, section 9). */
  @ParameterizedTest
  @CsvSource({
    "CompromisedUser, CompromisedAccount",
    "ConfirmedUserActivity, ConfirmedActivity",
    "Clean, NotMalicious",
    "InsufficientData, NoEnoughDataToValidate"
  })
  void aPagesNameOfADeterminationIsReadAsTheServicesOwn(String printed, String name) {
    AlertDetermination read = AlertDetermination.of(printed);
    assertThat(read).isEqualTo(AlertDetermination.of(name)).hasSameHashCodeAs(of(name));
    assertThat(read.known()).isEqualTo(of(name).known());
    assertThat(read.value()).as("kept as it came").isEqualTo(printed);
    assertThat(AlertDetermination.of("clean-ish")).isNotEqualTo(AlertDetermination.NOT_MALICIOUS);
  }

  private static AlertDetermination of(String name) {
    return AlertDetermination.of(name);
  }

  @Test
  void aDisplayNameOfAClassificationIsReadAsItsValue() {
    Alert alert =
        Json.read(Alert.class, "{\"classification\":\"Informational, expected activity\"}");
    assertThat(alert.classification())
        .isEqualTo(AlertClassification.INFORMATIONAL_EXPECTED_ACTIVITY);
    assertThat(Json.write(alert)).contains("Informational, expected activity");
  }

  /** Whatever was read can be sent: in the one spelling that the metadata has. */
  @Test
  void aKnownValueIsSentAsTheMetadataSpellsIt() {
    Wire wire = Wire.answering(200, "{\"id\":\"a1\"}");
    Alert read =
        Json.read(
            Alert.class,
            "{\"classification\":\"Informational, expected activity\","
                + "\"determination\":\"ConfirmedUserActivity\"}");
    new AlertsClient(wire.client())
        .update(
            "a1",
            u ->
                u.status(AlertStatus.of("resolved"))
                    .classification(read.classification())
                    .determination(read.determination()));
    assertThat(wire.only().body())
        .isEqualTo(
            "{\"status\":\"Resolved\",\"classification\":\"InformationalExpectedActivity\","
                + "\"determination\":\"ConfirmedActivity\"}");
  }

  @Test
  void theTimeOfACommentIsReadUnderBothItsNames() {
    String then = "2020-07-21T01:00:37.8404534Z";
    for (String name : Set.of("createdTime", "createTime")) {
      String json = "{\"" + name + "\":\"" + then + "\"}";
      AlertComment comment = Json.read(AlertComment.class, json);
      assertThat(comment.created()).isEqualTo(Instant.parse(then));
      assertThat(Json.write(comment)).isEqualTo(json);
    }
  }
}
