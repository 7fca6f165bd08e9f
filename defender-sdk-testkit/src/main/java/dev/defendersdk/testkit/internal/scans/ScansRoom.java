package dev.defendersdk.testkit.internal.scans;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.internal.api.Handler;
import dev.defendersdk.testkit.internal.api.Room;
import dev.defendersdk.testkit.internal.odata.Links;
import dev.defendersdk.testkit.rules.Quirks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations of authenticated scans. Pages: those of authenticated-scans.md. */
public final class ScansRoom implements Room {

  private static final String DEFINITIONS = "DeviceAuthenticatedScanDefinitions";
  private static final String AGENTS = "DeviceAuthenticatedScanAgents";

  /** The most sessions of one answer. Page: Get-scan-history-by-definition.md. */
  private static final int MOST_SESSIONS = 4_096;

  private static final Map<String, String> PARAMS =
      Map.of("Windows", "WindowsAuthParams", "Network", "SnmpAuthParams");

  private final ScanBook book;
  private final Quirks quirks;
  private final ScanForms forms;

  public ScansRoom(ScanBook book, Quirks quirks) {
    this.book = book;
    this.quirks = quirks;
    this.forms = new ScanForms(book.orgId(), quirks.scansAsInSamples());
  }

  @Override
  public Map<String, Handler> handlers() {
    return Map.of(
        "scanDefinitions.list", this::list,
        "scanDefinitions.add", this::add,
        "scanDefinitions.update", this::update,
        "scanDefinitions.batchDelete", this::batchDelete,
        "scanDefinitions.historyByDefinition", this::historyByDefinition,
        "scanDefinitions.historyBySession", this::historyBySession,
        "scanAgents.list", this::listAgents,
        "scanAgents.get", this::getAgent);
  }

  private Answer list(Call call) {
    book.settle(call.now());
    return collection(
        call,
        DEFINITIONS,
        book.definitions().stream().map(one -> forms.definition(one, true)).toList());
  }

  private Answer add(Call call) {
    JsonNode body = call.bodyObject();
    check(body, Call.requiredText(body, "scanType"));
    String machineId = Call.text(body.path("scannerAgent"), "machineId");
    ScanBook.Agent agent = machineId == null ? null : book.agent(machineId);
    if (agent == null) {
      throw ApiError.badRequest("Machine " + machineId + " is no scanner agent");
    }
    ScanBook.Definition definition = book.add(agent, call.caller().name(), call.now());
    take(definition, body);
    return entity(call, DEFINITIONS, forms.definition(definition, false))
        .withEffect("scan definition " + definition.id + " added");
  }

  private Answer update(Call call) {
    JsonNode body = call.bodyObject();
    ScanBook.Definition definition = book.find(call.id());
    if (definition == null) {
      throw ApiError.notFound("Scan definition", call.id());
    }
    check(body, String.valueOf(definition.members.get("scanType")));
    book.settle(call.now());
    take(definition, body);
    return entity(call, DEFINITIONS, forms.definition(definition, false))
        .withEffect("scan definition " + definition.id + " changed");
  }

  private static void check(JsonNode body, String scanType) {
    JsonNode params = body.path("scanAuthenticationParams");
    String wanted = "#microsoft.windowsDefenderATP.api." + PARAMS.get(scanType);
    boolean windows = scanType.equals("Windows");
    if (!params.isMissingNode()
        && (!wanted.equals(params.path("@odata.type").asText())
            || !params.path("type").isTextual()
            || (windows && !params.path("isGmsaUser").asBoolean()))) {
      throw ApiError.invalidBody();
    }
    if (body.has("intervalInHours") && body.get("intervalInHours").asInt() < 1) {
      throw ApiError.invalidBody();
    }
    String targetType = Call.text(body, "targetType");
    if (targetType != null && !Set.of("Ip", "Hostname").contains(targetType)) {
      throw ApiError.invalidBody();
    }
  }

  private static void take(ScanBook.Definition definition, JsonNode body) {
    for (Map.Entry<String, JsonNode> member : body.properties()) {
      if (!member.getKey().equals("scannerAgent")) {
        definition.members.put(member.getKey(), plain(member.getValue()));
      }
    }
  }

  private static Object plain(JsonNode value) {
    if (value.isObject()) {
      Map<String, Object> members = new LinkedHashMap<>();
      value.properties().forEach(m -> members.put(m.getKey(), plain(m.getValue())));
      return members;
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    return value.isInt() ? (Object) value.intValue() : value.asText();
  }

  /** What is not there is passed over: no page says that it is an error. */
  private Answer batchDelete(Call call) {
    List<String> deleted = new ArrayList<>();
    for (String id : texts(call, "ScanDefinitionIds")) {
      if (book.remove(id)) {
        deleted.add(id);
      }
    }
    Answer answer = Answer.of(call.operation().success(), Map.of());
    return deleted.isEmpty() ? answer : answer.withEffect("scan definitions deleted: " + deleted);
  }

  private Answer historyByDefinition(Call call) {
    Set<String> wanted = texts(call, "ScanDefinitionIds");
    int top = number(call, "$top", MOST_SESSIONS);
    if (top > MOST_SESSIONS) {
      throw ApiError.odata("The limit of '" + MOST_SESSIONS + "' for Top query has been exceeded.");
    }
    book.settle(call.now());
    return collection(
        call,
        DEFINITIONS,
        book.newestFirst().stream()
            .filter(session -> wanted.contains(session.definition().id))
            .skip(number(call, "$skip", 0))
            .limit(top)
            .map(forms::byDefinition)
            .toList());
  }

  private Answer historyBySession(Call call) {
    Set<String> wanted = texts(call, "SessionIds");
    book.settle(call.now());
    return collection(
        call,
        DEFINITIONS,
        book.newestFirst().stream()
            .filter(session -> wanted.contains(session.sessionId()))
            .map(forms::bySession)
            .toList());
  }

  private Answer listAgents(Call call) {
    return collection(call, AGENTS, book.agents().stream().map(forms::agent).toList());
  }

  /** In the sample the one agent is wrapped in an array. */
  private Answer getAgent(Call call) {
    ScanBook.Agent agent = book.agent(call.value("id"));
    if (agent == null) {
      throw ApiError.notFound("Scan agent", call.value("id"));
    }
    return quirks.scansAsInSamples()
        ? collection(call, AGENTS + "/$entity", List.of(forms.agent(agent)))
        : entity(call, AGENTS, forms.agent(agent));
  }

  private static Set<String> texts(Call call, String member) {
    JsonNode ids = call.bodyObject().get(member);
    if (!ids.isArray() || ids.isEmpty()) {
      throw ApiError.invalidBody();
    }
    Set<String> texts = new LinkedHashSet<>();
    ids.forEach(id -> texts.add(id.asText()));
    return texts;
  }

  private static int number(Call call, String name, int otherwise) {
    String text = call.query().get(name);
    if (text != null && !text.matches("\\d{1,9}")) {
      throw ApiError.odata("Invalid value '" + text + "' for " + name + " query option found.");
    }
    return text == null ? otherwise : Integer.parseInt(text);
  }

  private static Answer collection(
      Call call, String context, List<Map<String, @Nullable Object>> items) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("@odata.context", Links.context(call, context));
    body.put("value", items);
    return Answer.of(call.operation().success(), body);
  }

  private static Answer entity(Call call, String context, Map<String, @Nullable Object> entity) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("@odata.context", Links.context(call, context + "/$entity"));
    body.putAll(entity);
    return Answer.of(call.operation().success(), body);
  }
}
