package dev.defendersdk.testkit.internal.indicators;

import dev.defendersdk.testkit.internal.api.Caller;
import dev.defendersdk.testkit.internal.api.Timestamps;
import dev.defendersdk.testkit.internal.odata.Row;
import dev.defendersdk.testkit.rules.IndicatorQuirks;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one caller may see, submit and delete. */
final class IndicatorDesk {

  /** Members that an update leaves as they are. Page: post-ti-indicator.md. */
  private static final Set<String> KEPT = Set.of("application", "indicatorValue", "indicatorType");

  private static final List<String> OPTIONAL =
      List.of(
          "expirationTime",
          "severity",
          "recommendedActions",
          "rbacGroupNames",
          "rbacGroupIds",
          "educateUrl",
          "generateAlert",
          "externalId");

  /**
   * What became of one that was submitted.
   *
   * @param held null if it was not taken
   * @param problem why it was not taken; null if it was
   */
  record Taken(@Nullable Held held, @Nullable String problem, boolean isNew) {}

  private final IndicatorBook book;
  private final IndicatorQuirks quirks;
  private final Caller caller;
  private final Instant now;

  IndicatorDesk(IndicatorBook book, IndicatorQuirks quirks, Caller caller, Instant now) {
    this.book = book;
    this.quirks = quirks;
    this.caller = caller;
    this.now = now;
  }

  /** With {@code Ti.ReadWrite} one's own alone. Page: get-ti-indicators-collection.md. */
  boolean sees(Held held) {
    return owns(held) && !book.isUnseen(held);
  }

  boolean owns(Held held) {
    return caller.roles().contains("Ti.ReadWrite.All") || held.createdBy().equals(creator());
  }

  // A user by the principal name, an application by its id.
  private String creator() {
    return caller.name().indexOf('@') >= 0 ? caller.name() : caller.applicationId();
  }

  /**
   * Takes one that is well formed. Type, value and device groups make it an update: no page says,
   * and lists are seen with several of one type and value.
   */
  Taken submit(IndicatorInput input) {
    String problem = book.failure(input.value(), input.action());
    problem = problem == null ? input.problem(now) : problem;
    if (problem != null) {
      return new Taken(null, problem, false);
    }
    Set<String> groups = texts(input.groups());
    Held there =
        book.find(
            input.type(), input.value(), held -> sees(held) && texts(held.groups()).equals(groups));
    return there == null ? create(input) : update(there, input);
  }

  private static Set<String> texts(List<?> groups) {
    Set<String> texts = new TreeSet<>();
    groups.forEach(group -> texts.add(String.valueOf(group)));
    return texts;
  }

  private Taken create(IndicatorInput input) {
    if (book.isFull()) {
      // No page has the words.
      return new Taken(
          null, "Tenant has reached the maximum of " + book.capacity() + " indicators", false);
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("severity", "Informational");
    members.put("generateAlert", false);
    input.members().forEach((name, value) -> putUnlessNull(members, name, value));
    members.put("createdBy", creator());
    members.put("createdByDisplayName", caller.name());
    members.put("createdBySource", "PublicApi");
    return new Taken(book.add(members, now), null, true);
  }

  private static void putUnlessNull(
      Map<String, @Nullable Object> members, String name, @Nullable Object value) {
    if (value != null) {
      members.put(name, value);
    }
  }

  private Taken update(Held there, IndicatorInput input) {
    boolean acts = there.row().text("action").equals(input.action());
    if (!acts && quirks.actionChangeRefused()) {
      return new Taken(
          null,
          "Indicator with the same value and a different action already exists: "
              + there.row().text("action"),
          false);
    }
    Row row = there.row();
    for (String name : OPTIONAL) {
      row = row.with(name, unsaid(name));
    }
    for (var member : input.members().entrySet()) {
      if (!KEPT.contains(member.getKey()) && member.getValue() != null) {
        row = row.with(member.getKey(), member.getValue());
      }
    }
    row = row.with("lastUpdateTime", Timestamps.toTicks(now)).with("lastUpdatedBy", creator());
    Held changed = new Held(there.id(), row);
    // Cloud Apps writes its own again at once: the change is answered, and does not last.
    return new Taken(there.isOfCloudApps() ? changed : book.store(changed), null, false);
  }

  private static @Nullable Object unsaid(String name) {
    return switch (name) {
      case "severity" -> "Informational";
      case "generateAlert" -> false;
      case "rbacGroupNames", "rbacGroupIds" -> List.of();
      default -> null;
    };
  }

  void delete(Held held) {
    book.remove(held);
    if (held.isOfCloudApps()) {
      Held unused = book.store(book.again(held));
    }
  }
}
