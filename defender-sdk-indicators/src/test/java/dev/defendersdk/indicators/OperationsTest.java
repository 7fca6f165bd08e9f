package dev.defendersdk.indicators;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.indicators.observables.ObservableOperations;
import dev.defendersdk.testsupport.facts.Facts;
import dev.defendersdk.testsupport.facts.OperationChecks;
import dev.defendersdk.testsupport.facts.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The operations on indicators and observables. */
class OperationsTest extends OperationChecks {

  OperationsTest() {
    super(
        Facts.beside(OperationsTest.class), IndicatorOperations.class, ObservableOperations.class);
  }

  @Override
  protected boolean isOurs(JsonNode entry) {
    return entry.get("area").textValue().equals("indicators")
        || Set.of("File", "Collection(File)", "InOrgFileStats", "InOrgDomainStats", "InOrgIPStats")
            .contains(entry.get("entity").asText());
  }

  @Override
  protected Map<String, Consumer<Wire>> bodies() {
    NewIndicator everything =
        NewIndicator.url("https://bad.example/kit")
            .block("Phishing kit", "Case 4711")
            .application("NetShield")
            .expiresAfter(Duration.ofDays(30))
            .severity(IndicatorSeverity.HIGH)
            .recommendedActions("Reset the password")
            .rbacGroupNames("Servers")
            .rbacGroupIds(List.of(3))
            .educateUrl("https://help.contoso.example")
            .generateAlert(true)
            .externalId("4711");
    return Map.ofEntries(
        entry("indicators.submit", wire -> new IndicatorsClient(wire.client()).submit(everything)),
        entry(
            "indicators.import",
            wire -> new IndicatorsClient(wire.client()).importAll(List.of(everything))),
        entry(
            "indicators.batchDelete",
            wire -> new IndicatorsClient(wire.client()).batchDelete(List.of("1"))));
  }

  /** After what it is of, and what the reference calls the answer. */
  @Override
  protected String entity(String name) {
    return Map.of(
            "File", "FileInformation",
            "InOrgFileStats", "FileStatistics",
            "InOrgDomainStats", "DomainStatistics",
            "InOrgIPStats", "IpStatistics")
        .getOrDefault(name, name);
  }
}
