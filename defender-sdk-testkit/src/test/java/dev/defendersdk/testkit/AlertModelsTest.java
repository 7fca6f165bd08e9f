package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.alerts.NewTenantAlert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds the two models of alerts against the services' schemas where these are at hand. */
class AlertModelsTest {

  private static final Path REFERENCE = Path.of("..", "..", "shared", "api");

  private final SimulatedTenant tenant =
      SimulatedTenant.builder().time(Times.virtual()).machines(30).build();
  private final List<String> wrong = new ArrayList<>();
  private JsonNode schema = Caller.MAPPER.createObjectNode();
  private String metadata = "";

  @BeforeEach
  void readSchemas() throws IOException {
    assumeTrue(Files.exists(REFERENCE));
    schema = Caller.MAPPER.readTree(REFERENCE.resolve("graph-security-schema.json").toFile());
    metadata = Files.readString(REFERENCE.resolve("metadata/defender-endpoint.edmx.xml"));
    tenant.alerts().generate(300);
    tenant.alerts().raise(NewTenantAlert.on(tenant.machines().ids().get(0)).investigated());
  }

  @Test
  void graphsAlertsAndIncidentsAreOfItsSchema() {
    Caller caller = Caller.onGraph(tenant);
    for (String path : List.of("alerts_v2", "incidents?$expand=alerts")) {
      JsonNode page =
          caller
              .send(
                  caller
                      .request("/v1.0/security/" + path)
                      .header("Prefer", "include-unknown-enum-members")
                      .build())
              .json();
      assertThat(page.path("value")).isNotEmpty();
      page.path("value").forEach(one -> checkGraph(one, one.path("@odata.type").asText()));
    }
    assertThat(wrong).isEmpty();
  }

  private void checkGraph(JsonNode node, String typeName) {
    Map<String, String> properties = propertiesOf(typeName.replaceAll(".*\\.", ""));
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String type = properties.get(member.getKey());
      boolean oddMachine = member.getKey().equals("riskScore");
      // Comments of incidents are as the samples have them, not the schema.
      boolean sample = member.getKey().matches("createdBy|createdTime");
      if (member.getKey().equals("@odata.type") || oddMachine || sample) {
        continue;
      }
      if (type == null) {
        wrong.add(typeName + " has no " + member.getKey());
      } else if (member.getValue().isArray()) {
        String element = type.replaceAll("Collection\\((.*)\\)", "$1");
        member.getValue().forEach(one -> checkValue(one, element));
      } else {
        checkValue(member.getValue(), type);
      }
    }
  }

  private void checkValue(JsonNode value, String type) {
    JsonNode members = schema.path("enums").path(type).path("members");
    String camel = value.asText();
    camel = camel.isEmpty() ? camel : Character.toLowerCase(camel.charAt(0)) + camel.substring(1);
    if (value.isObject()) {
      checkGraph(value, value.path("@odata.type").asText(type));
    } else if (!members.isMissingNode()
        && !value.isNull()
        && !members.findValuesAsText("name").contains(camel)) {
      wrong.add(type + " has no " + value);
    }
  }

  private Map<String, String> propertiesOf(String typeName) {
    JsonNode type = schema.path("types").path(typeName);
    assertThat(type.isObject()).as(typeName).isTrue();
    Map<String, String> properties = new LinkedHashMap<>();
    String base = type.path("base").asText("");
    if (schema.path("types").has(base)) {
      properties.putAll(propertiesOf(base));
    }
    type.path("properties")
        .forEach(one -> properties.put(one.path("name").asText(), one.path("type").asText()));
    return properties;
  }

  @Test
  void defendersAlertsAndWhatTheyAreAboutAreOfItsMetadata() {
    Caller caller = Caller.of(tenant);
    JsonNode page = caller.get("/api/alerts?$expand=evidence").json();
    assertThat(page.path("value")).hasSize(301);
    for (JsonNode alert : page.path("value")) {
      checkDefender(alert, "Alert");
      alert.path("evidence").forEach(one -> checkDefender(one, "AlertEvidence"));
      alert.path("comments").forEach(one -> checkDefender(one, "AlertComment"));
    }
    String id = "/api/alerts/" + page.path("value").path(0).path("id").asText();
    caller.get(id + "/files").json().path("value").forEach(one -> checkDefender(one, "File"));
    JsonNode user = caller.get(id + "/user").json();
    if (user.has("accountName")) {
      checkDefender(user, "User");
    }
    assertThat(wrong).isEmpty();
  }

  /** Names of properties, and the values of those that are an enumeration. */
  private void checkDefender(JsonNode node, String typeName) {
    Matcher type =
        Pattern.compile(
                "<(EntityType|ComplexType) Name=\"" + typeName + "\".*?</\\1>", Pattern.DOTALL)
            .matcher(metadata);
    assertThat(type.find()).as(typeName).isTrue();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      Matcher property =
          Pattern.compile("Name=\"" + member.getKey() + "\" Type=\"([^\"]*)\"")
              .matcher(type.group());
      if (member.getKey().startsWith("@odata.")) {
        continue;
      }
      if (!property.find()) {
        wrong.add(typeName + " has no " + member.getKey());
        continue;
      }
      String name = property.group(1).replaceAll(".*\\.", "");
      Matcher values =
          Pattern.compile(
                  "<EnumType Name=\"" + Pattern.quote(name) + "\".*?</EnumType>", Pattern.DOTALL)
              .matcher(metadata);
      if (values.find()
          && !member.getValue().isNull()
          && !values.group().contains("Name=\"" + member.getValue().asText() + "\"")) {
        wrong.add(name + " has no " + member.getValue());
      }
    }
  }
}
