package dev.defendersdk.testkit.internal.odata;

import dev.defendersdk.testkit.internal.api.Answer;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param selected names of the properties to write; null for all
 * @param nextLink where the list goes on; null if it ends here
 */
public record Page(List<Row> rows, @Nullable Set<String> selected, @Nullable String nextLink) {

  /** The answer's body, each row shaped as it is written. */
  public Answer.Content content(String context, UnaryOperator<Row> shape) {
    return json -> {
      json.writeStartObject();
      json.writeStringField("@odata.context", context);
      json.writeArrayFieldStart("value");
      for (Row row : rows) {
        json.writeStartObject();
        shape.apply(row).writeMembers(json, selected);
        json.writeEndObject();
      }
      json.writeEndArray();
      if (nextLink != null) {
        json.writeStringField("@odata.nextLink", nextLink);
      }
      json.writeEndObject();
    };
  }
}
