package dev.defendersdk.testkit.internal.machines;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Call;
import java.util.ArrayList;
import java.util.List;

/** A tag to be added or removed. Page: add-or-remove-machine-tags.md. */
record TagChange(String tag, boolean add) {

  static TagChange of(JsonNode body) {
    String tag = Call.requiredText(body, "Value");
    String action = Call.requiredText(body, "Action");
    if (!action.equals("Add") && !action.equals("Remove")) {
      throw ApiError.invalidBody();
    }
    return new TagChange(tag, action.equals("Add"));
  }

  /** Changes the machines; says what changed, or nothing if all were so already. */
  String applyTo(List<Machine> machines) {
    List<String> changed = new ArrayList<>();
    for (Machine machine : machines) {
      List<String> tags = new ArrayList<>(machine.row().texts("machineTags"));
      boolean change = add ? !tags.contains(tag) && tags.add(tag) : tags.remove(tag);
      if (change) {
        machine.replace(machine.row().with("machineTags", List.copyOf(tags)));
        changed.add(machine.id());
      }
    }
    if (changed.isEmpty()) {
      return "";
    }
    String verb = add ? "' added to " : "' removed from ";
    String object =
        changed.size() == 1 ? "machine " + changed.get(0) : changed.size() + " machines";
    return "tag '" + tag + verb + object;
  }
}
