package dev.defendersdk.alerts.graph;

import dev.defendersdk.core.OpenEnum;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.argument.Ids;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Quota;
import dev.defendersdk.core.call.Service;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the requests of alerts and incidents have in common. */
final class GraphRequests {

  // No page gives a bound on ids of a move or a merge, or on the length of texts
  // (graph-security.md, section 13): what is here keeps a slip from becoming a request.
  private static final int MOST_IDS = 1_000;

  // Stands for a value that the service hides from those who do not ask for unknown ones.
  static final String HIDDEN = "unknownFutureValue";

  private GraphRequests() {}

  /** What all operations have in common. */
  static Operation.Builder common(Operation.Builder operation) {
    return operation
        .service(Service.GRAPH)
        .quota(Quota.GRAPH_SECURITY)
        // Else values that were added later arrive as "unknownFutureValue" (graph-security.md, 3).
        .header("Prefer", "include-unknown-enum-members");
  }

  static String alertId(@Nullable String alertId) {
    return Ids.opaque(alertId, "alertId", "SecurityAlert.id()");
  }

  static String incidentId(@Nullable String incidentId) {
    return Ids.opaque(incidentId, "incidentId", "Incident.id()");
  }

  /** The ids of a move or a merge; one that comes twice counts once. */
  static List<String> ids(@Nullable Collection<String> ids, String name, String from) {
    return Ids.opaque(Check.<String>size(ids, MOST_IDS, name), name, from).stream()
        .distinct()
        .toList();
  }

  /** Refuses the stand-in for hidden values, which nothing can be set to. */
  static <E extends OpenEnum<?>> E settable(@Nullable E value, String name) {
    E given = Check.notNull(value, name);
    if (given.value().equalsIgnoreCase(HIDDEN)) {
      throw new IllegalArgumentException(
          name
              + " is "
              + Check.quote(given.value())
              + ": it stands for a value that the service does not tell. Pass a value of its own.");
    }
    return given;
  }

  /** The reasons as the service takes them: one text, with commas between. */
  static String reasons(@Nullable Collection<CorrelationReason> reasons, String name) {
    return Check.<CorrelationReason>size(reasons, MOST_IDS, name).stream()
        .map(reason -> settable(reason, name).sent().value())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** A call with members of its body, of which null ones are sent as null. */
  static <T> Call<T> withMembers(Call<T> call, Map<String, @Nullable Object> members) {
    Call<T> filled = call;
    for (Map.Entry<String, @Nullable Object> member : members.entrySet()) {
      Object value = member.getValue();
      filled =
          value == null ? filled.clear(member.getKey()) : filled.member(member.getKey(), value);
    }
    return filled;
  }

  /** A call that adds a comment. */
  static <T> Call<T> withComment(Call<T> call, String comment) {
    return call
        // The page asks for the type, and has it without "#" in requests.
        .member("@odata.type", "microsoft.graph.security.alertComment")
        .member("comment", Check.notBlank(comment, "comment"));
  }

  /** The members with one more, or another value of one. */
  static Map<String, @Nullable Object> with(
      Map<String, @Nullable Object> members, String name, @Nullable Object value) {
    Map<String, @Nullable Object> more = new LinkedHashMap<>(members);
    more.put(name, value);
    return Collections.unmodifiableMap(more);
  }

  /** Refuses an update that changes nothing. */
  static Map<String, @Nullable Object> changes(Map<String, @Nullable Object> members) {
    if (members.isEmpty()) {
      throw new IllegalArgumentException(
          "update is empty: it changes nothing. Set at least one member.");
    }
    return members;
  }
}
