package dev.defendersdk.testkit.internal.indicators;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.internal.api.Handler;
import dev.defendersdk.testkit.internal.api.Room;
import dev.defendersdk.testkit.internal.odata.Links;
import dev.defendersdk.testkit.internal.odata.ListQuery;
import dev.defendersdk.testkit.internal.odata.Page;
import dev.defendersdk.testkit.internal.odata.Row;
import dev.defendersdk.testkit.rules.Quirks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The operations on indicators. Pages: those of indicators.md. */
public final class IndicatorsRoom implements Room {

  /** Pages: import-ti-indicators.md, batch-delete-ti-indicators.md. */
  private static final int MOST = 500;

  private final IndicatorBook book;
  private final Quirks quirks;

  public IndicatorsRoom(IndicatorBook book, Quirks quirks) {
    this.book = book;
    this.quirks = quirks;
  }

  @Override
  public Map<String, Handler> handlers() {
    return Map.of(
        "indicators.list", this::list,
        "indicators.submit", this::submit,
        "indicators.import", this::importMany,
        "indicators.delete", this::delete,
        "indicators.batchDelete", this::batchDelete);
  }

  private IndicatorDesk desk(Call call) {
    book.settle(call.now());
    return new IndicatorDesk(book, quirks.indicators(), call.caller(), call.now());
  }

  private Answer list(Call call) {
    ListQuery query = ListQuery.of(Held.SCHEMA, call.query());
    IndicatorDesk desk = desk(call);
    Comparator<Held> order =
        Comparator.comparingLong(
            held -> quirks.indicators().listNotById() ? scattered(held.id()) : held.id());
    List<Row> rows = book.all().stream().filter(desk::sees).sorted(order).map(Held::row).toList();
    Page page = query.page(rows, Links.path(call), Links.paging(call, quirks));
    return Answer.of(
        call.operation().success(), page.content(Links.context(call, "Indicators"), row -> row));
  }

  // Another order than that of the ids, and always the same.
  private static long scattered(long id) {
    return id * 0x9E37_79B9_7F4A_7C15L;
  }

  private Answer submit(Call call) {
    IndicatorInput input = IndicatorInput.of(call.bodyObject());
    IndicatorDesk.Taken taken = desk(call).submit(input);
    Held held = taken.held();
    if (held == null) {
      throw ApiError.invalidInput(String.valueOf(taken.problem()));
    }
    return Answer.of(
            call.operation().success(),
            json -> {
              json.writeStartObject();
              json.writeStringField("@odata.context", Links.context(call, "Indicators/$entity"));
              held.row().writeMembers(json, null);
              json.writeEndObject();
            })
        .withEffect((taken.isNew() ? "indicator " : "change of indicator ") + held.id());
  }

  private Answer importMany(Call call) {
    JsonNode elements = array(call, "Indicators");
    List<IndicatorInput> inputs = new ArrayList<>();
    elements.forEach(element -> inputs.add(IndicatorInput.of(element)));
    IndicatorDesk desk = desk(call);
    List<Map<String, @Nullable Object>> results = new ArrayList<>();
    int added = 0;
    int changed = 0;
    for (IndicatorInput input : inputs) {
      IndicatorDesk.Taken taken = desk.submit(input);
      Held held = taken.held();
      added += taken.isNew() ? 1 : 0;
      changed += held != null && !taken.isNew() ? 1 : 0;
      Map<String, @Nullable Object> result = new LinkedHashMap<>();
      result.put("id", held == null ? null : String.valueOf(held.id()));
      result.put("indicator", spelled(input));
      result.put("isFailed", held == null);
      result.put("failureReason", taken.problem());
      if (!book.isResultLeftOut(input.value())) {
        results.add(result);
      }
    }
    if (quirks.indicators().importResultsByValue()) {
      results.sort(
          Comparator.comparing(
              result -> String.valueOf(result.get("indicator")), String.CASE_INSENSITIVE_ORDER));
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(
        "@odata.context",
        Links.context(call, "Collection(microsoft.windowsDefenderATP.api.ImportIndicatorResult)"));
    body.put("value", results);
    String effect = "import of " + added + " new and " + changed + " changed indicators";
    return Answer.of(call.operation().success(), body)
        .withEffect(added + changed == 0 ? null : effect);
  }

  private String spelled(IndicatorInput input) {
    if (!quirks.indicators().importResultsRespelled() || input.type().equals("Url")) {
      return input.value();
    }
    return input.value().replaceFirst(":0(:0)+:", "::").toUpperCase(Locale.ROOT);
  }

  private Answer delete(Call call) {
    IndicatorDesk desk = desk(call);
    String id = call.value("id");
    Held held = book.find(id);
    if (held == null || !desk.owns(held)) {
      throw ApiError.notFound("Indicator", id);
    }
    if (book.isUnseen(held) || book.isKept(held)) {
      throw forbidden(id);
    }
    desk.delete(held);
    return Answer.raw(call.operation().success(), new byte[0])
        .withEffect("deletion of indicator " + id);
  }

  private Answer batchDelete(Call call) {
    Set<String> ids = new TreeSet<>();
    for (JsonNode id : array(call, "IndicatorIds")) {
      if (!id.isTextual() || !id.textValue().matches("\\d{1,18}")) {
        throw ApiError.invalidInput("'" + id.asText() + "' is not an id of an indicator");
      }
      ids.add(id.textValue());
    }
    IndicatorDesk desk = desk(call);
    List<Held> found = new ArrayList<>();
    ApiError error = null;
    for (String id : ids) {
      Held held = book.find(id);
      if (held == null || !desk.owns(held)) {
        boolean replaces = error != null && quirks.indicators().missingBeforeUnseen();
        error = error == null || replaces ? ApiError.notFound("Indicator", id) : error;
      } else if (book.isUnseen(held) || book.isKept(held)) {
        boolean replaces = error != null && !quirks.indicators().missingBeforeUnseen();
        error = error == null || replaces ? forbidden(id) : error;
      } else {
        found.add(held);
      }
    }
    boolean deletes = error == null || quirks.indicators().refusedBatchDeletesOthers();
    if (deletes) {
      found.forEach(desk::delete);
    }
    Answer answer =
        error == null
            ? Answer.raw(call.operation().success(), new byte[0])
            : Answer.error(error.status(), error.code(), error.text(), call.ids().guid());
    return answer.withEffect(
        deletes && !found.isEmpty() ? "deletion of " + found.size() + " indicators" : null);
  }

  private static ApiError forbidden(String id) {
    return new ApiError(
        403, "Forbidden", "The caller does not see the device groups of indicator " + id);
  }

  private static JsonNode array(Call call, String name) {
    JsonNode array = call.bodyObject().get(name);
    if (!array.isArray() || array.isEmpty()) {
      throw ApiError.invalidBody();
    }
    if (array.size() > MOST) {
      throw new ApiError(
          400,
          "MaximumBatchSizeExceeded",
          "Maximum batch size exceeded. Received: " + array.size() + ", allowed: " + MOST);
    }
    return array;
  }
}
