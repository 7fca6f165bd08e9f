package dev.defendersdk.testkit.internal.machines;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.internal.api.Handler;
import dev.defendersdk.testkit.internal.api.Room;
import dev.defendersdk.testkit.internal.odata.ListQuery;
import dev.defendersdk.testkit.rules.Quirks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The operations on machines. Pages: those of machines.md's list. */
public final class MachinesRoom implements Room {

  /** The most machines that one call may tag. Page: add-or-remove-multiple-machine-tags.md. */
  private static final int MOST_IDS = 500;

  private final MachineBook book;
  private final Addresses addresses;
  private final MachineAnswers answers;
  private final Quirks quirks;

  public MachinesRoom(MachineBook book, Quirks quirks) {
    this.book = book;
    this.addresses = new Addresses(book);
    this.answers = new MachineAnswers(quirks);
    this.quirks = quirks;
  }

  @Override
  public Map<String, Handler> handlers() {
    return Map.of(
        "machines.list", this::list,
        "machines.get", call -> answers.entity(call, book.get(call.value("id"))),
        "machines.findByIp", call -> answers.page(call, addresses.at(call, Duration.ofMinutes(15))),
        "machines.find", this::findLegacy,
        "machines.findByTag", this::findByTag,
        "machines.changeTag", this::changeTag,
        "machines.changeTagOfMany", this::changeTagOfMany,
        "machines.setDeviceValue", this::setDeviceValue,
        "machines.update", this::update);
  }

  private Answer list(Call call) {
    ListQuery query = ListQuery.of(MachineSchema.SCHEMA, call.query());
    if (book.all().isEmpty() && query.isWhole() && quirks.noMachinesIs404()) {
      throw new ApiError(404, "NotFound", "No recent machines were found");
    }
    return answers.page(call, query, book.all());
  }

  private Answer findLegacy(Call call) {
    List<Machine> found = addresses.at(call, Duration.ofMinutes(16));
    if (found.isEmpty()) {
      throw new ApiError(404, "NotFound", "No machine was found");
    }
    return answers.page(call, found);
  }

  private Answer findByTag(Call call) {
    String tag = call.query().get("tag");
    if (tag == null || tag.isEmpty()) {
      throw ApiError.missing("tag");
    }
    boolean start = "true".equalsIgnoreCase(call.query().get("useStartsWithFilter"));
    return answers.page(
        call,
        book.all().stream()
            .filter(
                machine ->
                    machine.row().texts("machineTags").stream()
                        .anyMatch(one -> start ? one.startsWith(tag) : one.equals(tag)))
            .toList());
  }

  private Answer changeTag(Call call) {
    Machine machine = book.getById(call.value("id"));
    TagChange change = TagChange.of(call.bodyObject());
    return answers.entity(call, machine, change.applyTo(List.of(machine)));
  }

  private Answer changeTagOfMany(Call call) {
    JsonNode body = call.bodyObject();
    TagChange change = TagChange.of(body);
    JsonNode ids = body.get("MachineIds");
    if (!ids.isArray() || ids.isEmpty()) {
      throw ApiError.invalidBody();
    }
    if (ids.size() > MOST_IDS) {
      throw new ApiError(
          400,
          "MaximumBatchSizeExceeded",
          "Maximum batch size exceeded. Received: " + ids.size() + ", allowed: " + MOST_IDS);
    }
    List<Machine> machines = new ArrayList<>();
    for (JsonNode id : ids) {
      machines.add(book.getById(id.asText()));
    }
    String effect = change.applyTo(machines);
    return answers.page(call, machines).withEffect(effect.isEmpty() ? null : effect);
  }

  private Answer setDeviceValue(Call call) {
    Machine machine = book.getById(call.value("id"));
    String value = deviceValue(Call.requiredText(call.bodyObject(), "DeviceValue"));
    return answers.entity(call, machine, change(machine, "deviceValue", value));
  }

  /** The sent list of tags becomes the list, as the page's response section has it. */
  private Answer update(Call call) {
    Machine machine = book.getById(call.value("id"));
    JsonNode body = call.bodyObject();
    List<String> effects = new ArrayList<>();
    String value = Call.text(body, "deviceValue");
    List<String> tags = new ArrayList<>();
    if (body.has("machineTags")) {
      if (!body.get("machineTags").isArray() || body.get("machineTags").isEmpty()) {
        throw ApiError.invalidBody();
      }
      body.get("machineTags").forEach(tag -> tags.add(tag.asText()));
    }
    if (value != null) {
      effects.add(change(machine, "deviceValue", deviceValue(value)));
    }
    if (!tags.isEmpty()) {
      effects.add(change(machine, "machineTags", List.copyOf(tags)));
    }
    effects.removeIf(String::isEmpty);
    return answers.entity(call, machine, String.join("; ", effects));
  }

  private static String change(Machine machine, String property, Object value) {
    if (value.equals(machine.row().get(property))) {
      return "";
    }
    machine.replace(machine.row().with(property, value));
    return property + " " + value + " on machine " + machine.id();
  }

  private static String deviceValue(String value) {
    if (!Set.of("Normal", "Low", "High").contains(value)) {
      throw ApiError.invalidBody();
    }
    return value;
  }
}
