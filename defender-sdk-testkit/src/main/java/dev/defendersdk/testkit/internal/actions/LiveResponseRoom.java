package dev.defendersdk.testkit.internal.actions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.internal.api.Handler;
import dev.defendersdk.testkit.internal.api.Room;
import dev.defendersdk.testkit.internal.library.LibraryBook;
import dev.defendersdk.testkit.internal.machines.Machine;
import dev.defendersdk.testkit.internal.machines.MachineBook;
import dev.defendersdk.testkit.internal.odata.Links;
import dev.defendersdk.testkit.internal.storage.StorageBook;
import dev.defendersdk.testkit.rules.Quirks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Live response sessions and links to what they and the collection of packages bring. Pages:
 * run-live-response.md, get-live-response-result.md, get-package-sas-uri.md. Not documented, and
 * chosen here: a link that is asked for too early or for a command without a result is a 404, too
 * many sessions are a 429 without {@code Retry-After}, and a script that ran is {@code Completed}
 * whatever its exit code.
 */
public final class LiveResponseRoom implements Room {

  private static final List<String> ORDER = List.of("PutFile", "RunScript", "GetFile");
  private static final Duration RESULT_LINK = Duration.ofMinutes(30);
  private static final Duration PACKAGE_LINK = Duration.ofMinutes(5);

  private final LiveResponseBook book;
  private final ActionBook actions;
  private final MachineBook machines;
  private final LibraryBook library;
  private final StorageBook storage;
  private final Quirks quirks;

  public LiveResponseRoom(
      LiveResponseBook book,
      ActionBook actions,
      MachineBook machines,
      LibraryBook library,
      StorageBook storage,
      Quirks quirks) {
    this.book = book;
    this.actions = actions;
    this.machines = machines;
    this.library = library;
    this.storage = storage;
    this.quirks = quirks;
  }

  @Override
  public Map<String, Handler> handlers() {
    return Map.of(
        "machines.runLiveResponse", this::run,
        "machineActions.getLiveResponseResultLink", this::resultLink,
        "machineActions.getPackageUri", this::packageLink);
  }

  private Answer run(Call call) {
    JsonNode body = call.bodyObject();
    String comment = Call.requiredText(body, "Comment");
    Session session = session(body.path("Commands"));
    Machine machine = machines.getById(call.value("id"));
    Action.Order order =
        new Action.Order(
            ActionKind.LIVE_RESPONSE,
            null,
            null,
            machine.id(),
            machine.name(),
            call.caller().name(),
            comment,
            Call.text(body, "ExternalId"),
            Call.text(body, "Title"),
            Objects.requireNonNullElse(Call.text(body, "RequestSource"), "PublicApi"));
    Requirement.check(order, machine);
    actions.settle(call.now());
    if (actions.inTheWayOf(order) != null || book.isOpenInPortal(machine.id(), call.now())) {
      throw new ApiError(400, "ActiveRequestAlreadyExists", "Action is already in progress");
    }
    long running = actions.openSessions().stream().filter(other -> isRunning(other, call)).count();
    if (running >= book.sessions()) {
      throw new ApiError(
          429, "TooManyRequests", "There are " + running + " live response sessions already");
    }
    Action action = actions.start(order, session, book.patience(), call.now());
    return ActionsRoom.entity(call, action)
        .withEffect("LiveResponse action " + action.id + " on machine " + machine.id());
  }

  // One that waits for an offline machine does not run yet.
  private boolean isRunning(Action session, Call call) {
    Machine machine = machines.find(session.order.machineId());
    return !session.isPending() || (machine != null && machine.reach().isOnline(call.now()));
  }

  private Session session(JsonNode given) {
    if (!given.isArray() || given.isEmpty()) {
      throw ApiError.missing("Commands");
    }
    List<Session.Command> commands = new ArrayList<>();
    int furthest = 0;
    for (JsonNode command : given) {
      int place = ORDER.indexOf(command.path("type").asText());
      if (place < furthest) {
        throw ApiError.invalidBody(); // another type, or out of order
      }
      furthest = place;
      commands.add(command(command));
    }
    return new Session(commands);
  }

  private Session.Command command(JsonNode command) {
    Map<String, Object> shown =
        Map.of("type", command.path("type").asText(), "params", params(command));
    return switch (command.path("type").asText()) {
      case "PutFile" -> {
        String name = param(command, "FileName");
        yield library.has(name) ? book.putFile(shown) : book.missing("PutFile", shown, name);
      }
      case "RunScript" -> {
        String name = param(command, "ScriptName");
        yield library.has(name)
            ? book.runScript(shown, name, quirks.transcriptInZip())
            : book.missing("RunScript", shown, name);
      }
      default -> book.getFile(shown, param(command, "Path"));
    };
  }

  private static List<Map<String, Object>> params(JsonNode command) {
    List<Map<String, Object>> params = new ArrayList<>();
    for (JsonNode param : command.path("params")) {
      if (!param.path("key").isTextual() || !param.path("value").isTextual()) {
        throw ApiError.invalidBody();
      }
      params.add(Map.of("key", param.path("key").asText(), "value", param.path("value").asText()));
    }
    return params;
  }

  private static String param(JsonNode command, String key) {
    for (JsonNode param : command.path("params")) {
      if (param.path("key").asText().equals(key)) {
        return param.path("value").asText();
      }
    }
    throw ApiError.missing(key);
  }

  private Answer resultLink(Call call) {
    Action action = find(call);
    String index = call.value("index");
    Session session = action.session;
    int number = index.matches("\\d{1,4}") ? Integer.parseInt(index) : -1;
    Session.Command command = session == null ? null : session.command(number);
    byte[] result = command == null ? null : command.result();
    if (session == null || result == null || !session.status(number).equals("Completed")) {
      throw ApiError.notFound("Result of command", index);
    }
    String name = "result-" + action.id + "-" + number;
    if (!storage.has(name)) {
      storage.put(name, result, "application/octet-stream");
    }
    return link(call, storage.link(name, RESULT_LINK, call.origin(), call.now()), false);
  }

  private Answer packageLink(Call call) {
    Action action = find(call);
    boolean complete =
        action.order.kind() == ActionKind.COLLECT_INVESTIGATION_PACKAGE
            && action.status().equals("Succeeded");
    if (!complete) {
      throw ApiError.notFound("Package of machine action", action.id);
    }
    String name = "package-" + action.id + ".zip";
    if (!storage.has(name)) {
      storage.put(
          name,
          InvestigationPackage.of(action.order.machineId(), action.order.computerDnsName()),
          "application/zip");
    }
    return link(
        call,
        storage.link(name, PACKAGE_LINK, call.origin(), call.now()),
        quirks.packageLinkInQuotes());
  }

  private Action find(Call call) {
    actions.settle(call.now());
    Action action = actions.find(call.value("id"));
    if (action == null) {
      throw ApiError.notFound("Machine action", call.value("id"));
    }
    return action;
  }

  private static Answer link(Call call, String link, boolean quoted) {
    return Answer.of(
        call.operation().success(),
        Map.of(
            "@odata.context",
            Links.context(call, "Edm.String"),
            "value",
            quoted ? "\"" + link + "\"" : link));
  }
}
