package dev.defendersdk.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.defendersdk.core.Json;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.indicators.observables.DomainStatistics;
import dev.defendersdk.indicators.observables.DomainsClient;
import dev.defendersdk.indicators.observables.FileInformation;
import dev.defendersdk.indicators.observables.FileStatistics;
import dev.defendersdk.indicators.observables.FilesClient;
import dev.defendersdk.indicators.observables.IpAddressesClient;
import dev.defendersdk.indicators.observables.IpStatistics;
import dev.defendersdk.testsupport.facts.SampleChecks;
import dev.defendersdk.testsupport.facts.Samples.Area;
import dev.defendersdk.testsupport.facts.Samples.Reads;
import dev.defendersdk.testsupport.facts.Samples.Sends;
import dev.defendersdk.testsupport.facts.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The service's samples of indicators and observables. */
class SamplesTest extends SampleChecks {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String SHA1 = "0991a395da64e1c5fbe8732ed11e6be064081d9f";

  private static final Reads<Indicator> INDICATORS =
      new Reads<>(Indicator.class, true, (c, u) -> new IndicatorsClient(c).list().toList(), false);

  private static final Reads<FileStatistics> FILE_STATISTICS =
      new Reads<>(
          FileStatistics.class,
          false,
          (c, u) -> List.of(new FilesClient(c).statistics(SHA1)),
          false);

  private static final Reads<DomainStatistics> DOMAIN_STATISTICS =
      new Reads<>(
          DomainStatistics.class,
          false,
          (c, u) -> List.of(new DomainsClient(c).statistics("example.com", 48)),
          false);

  private static final Reads<FileInformation> FILE =
      new Reads<>(
          FileInformation.class,
          false,
          (c, u) -> List.of(new FilesClient(c).get("4388963aaa83afe2042a46a3c017ad50bdcdafb3")),
          false);

  private static final Map<String, Area> AREAS =
      Map.of(
          "indicators",
          new Area(
              Map.of(
                  "indicator-entity.response.json",
                  new Reads<>(
                      Indicator.class,
                      false,
                      (c, u) -> List.of(new IndicatorsClient(c).submit(blocked())),
                      false),
                  "list-indicators.response.json",
                  INDICATORS,
                  "list-indicators-filter-action.response.json",
                  INDICATORS,
                  "observed-list-indicators.response.json",
                  INDICATORS,
                  "import-indicators.response.json",
                  new Reads<>(
                      ImportIndicatorResult.class,
                      true,
                      (c, u) ->
                          c.execute(
                              Call.of(IndicatorOperations.IMPORT).member("Indicators", List.of())),
                      false)),
              Map.of(
                  "batch-delete-indicators.request.json",
                  new Sends(
                      IndicatorOperations.BATCH_DELETE,
                      204,
                      "",
                      (c, g) -> new IndicatorsClient(c).batchDelete(g.texts("IndicatorIds")))),
              Map.of(),
              Map.of(
                  "submit-indicator.request.json", SamplesTest::isSubmittedAlike,
                  "import-indicators.request.json", SamplesTest::isImportedAlike),
              Map.of()),
          "entities",
          new Area(
              Map.of(
                  "file-entity.response.json",
                  FILE,
                  "get-file.response.json",
                  FILE,
                  "get-file-statistics.response.json",
                  FILE_STATISTICS,
                  "file-statistics.older-revision.response.json",
                  FILE_STATISTICS,
                  "get-domain-statistics.response.json",
                  DOMAIN_STATISTICS,
                  "observed-get-domain-statistics.response.json",
                  DOMAIN_STATISTICS,
                  "get-ip-statistics.response.json",
                  new Reads<>(
                      IpStatistics.class,
                      false,
                      (c, u) -> List.of(new IpAddressesClient(c).statistics("10.209.67.177", 48)),
                      false)),
              Map.of(),
              Map.of(),
              Map.of(),
              Map.of(
                  "list-machine-logon-users.response.json",
                  "users of machines, in the module of machine actions")),
          "alerts",
          new Area(
              Map.of(
                  "list-alert-files.response.json",
                  new Reads<>(
                      FileInformation.class,
                      true,
                      (c, u) -> new FilesClient(c).ofAlert("a1").toList(),
                      false)),
              Map.of(),
              Map.of(),
              Map.of(),
              Stream.of(
                      "get-alert.response.json",
                      "list-alerts.response.json",
                      "observed-list-alerts.response.json",
                      "list-alerts-expand-evidence.response.json",
                      "list-alert-domains.response.json",
                      "list-alert-ips.response.json",
                      "update-alert.request.json",
                      "batch-update-alerts.request.json",
                      "create-alert-by-reference.request.json",
                      "get-alert-machine.response.json",
                      "get-alert-user.response.json")
                  .collect(Collectors.toMap(file -> file, file -> "of other modules"))));

  SamplesTest() {
    super(AREAS, defender -> new IndicatorsClient(defender).submit(blocked()));
  }

  private static NewIndicator blocked() {
    return NewIndicator.domain("bad.example").block("Phishing", "Case 4711");
  }

  // The samples hold retired actions and times of old: with those of now they are sent alike.
  private static ObjectNode ofNow(JsonNode sample) {
    ObjectNode now = sample.deepCopy();
    IndicatorAction action = IndicatorAction.of(sample.get("action").textValue()).current();
    now.put("action", action.value()).put("expirationTime", "2126-12-12T00:00:00Z");
    return action.equals(IndicatorAction.AUDIT) ? now.put("generateAlert", true) : now;
  }

  private static NewIndicator indicator(JsonNode sample) {
    List<String> groups = new ArrayList<>();
    sample.get("rbacGroupNames").forEach(group -> groups.add(group.textValue()));
    return NewIndicator.of(
            IndicatorType.of(sample.get("indicatorType").textValue()),
            sample.get("indicatorValue").textValue(),
            IndicatorAction.of(sample.get("action").textValue()),
            sample.get("title").textValue(),
            sample.get("description").textValue())
        .application(sample.get("application").textValue())
        .expiresAt(Instant.parse(sample.get("expirationTime").textValue()))
        .severity(IndicatorSeverity.of(sample.get("severity").textValue()))
        .recommendedActions(sample.get("recommendedActions").textValue())
        .rbacGroupNames(groups);
  }

  private static void isSubmittedAlike(String text) {
    ObjectNode sample = ofNow(parse(text));
    Wire wire = Wire.answering(200, "{\"id\":\"1\"}");
    Indicator unused = new IndicatorsClient(wire.client()).submit(indicator(sample));
    assertThat(parse(wire.only().body())).isEqualTo(sample);
  }

  private static void isImportedAlike(String text) {
    ObjectNode sample = (ObjectNode) parse(text);
    List<NewIndicator> indicators = new ArrayList<>();
    sample
        .withArray("Indicators")
        .forEach(element -> ((ObjectNode) element).setAll(ofNow(element)));
    sample.get("Indicators").forEach(element -> indicators.add(indicator(element)));
    Wire wire = Wire.answering(200, "{\"value\":[]}");
    ImportReport unused = new IndicatorsClient(wire.client()).importAll(indicators);
    assertThat(parse(wire.only().body())).isEqualTo(sample);
  }

  private static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** entities.md, section 7: numbers now, texts under older names before, and both at once. */
  @Test
  void aPrevalenceIsReadFromEitherForm() {
    FileStatistics now =
        Json.read(
            FileStatistics.class, "{\"organizationPrevalence\":14850,\"globallyPrevalence\":7}");
    assertThat(now.inOrganization()).isEqualTo(14_850);
    assertThat(now.worldwide()).isEqualTo(7);
    FileStatistics older =
        Json.read(
            FileStatistics.class, "{\"orgPrevalence\":\"14850\",\"globalPrevalence\":\"705012\"}");
    assertThat(older.inOrganization()).isEqualTo(14_850);
    assertThat(older.worldwide()).isEqualTo(705_012);
    DomainStatistics both =
        Json.read(DomainStatistics.class, "{\"orgPrevalence\":\"1\",\"organizationPrevalence\":2}");
    assertThat(both.inOrganization()).as("the newer").isEqualTo(2);
    IpStatistics neither = Json.read(IpStatistics.class, "{\"orgPrevalence\":\"many\"}");
    assertThat(neither.inOrganization()).isNull();
  }
}
