package dev.defendersdk.core.call;

import dev.defendersdk.core.argument.Check;
import java.util.Arrays;

/**
 * The form of a successful answer.
 *
 * @param form how the body is laid out
 * @param type the type of the entity, or of one element of a list
 */
public record Answer(Form form, Class<?> type) {

  /** Refuses types that cannot be read. */
  public Answer {
    Check.notNull(form, "form");
    Check.notNull(type, "type");
    if (form != Form.NOTHING && !isEntity(type)) {
      throw new IllegalArgumentException(
          "type is "
              + type.getName()
              + ": an entity is a record with a component additionalProperties. Pass such a type.");
    }
  }

  private static boolean isEntity(Class<?> type) {
    return type.isRecord()
        && Arrays.stream(type.getRecordComponents())
            .anyMatch(component -> component.getName().equals("additionalProperties"));
  }

  /** How a body is laid out. */
  public enum Form {
    /** One entity at the top level. */
    ENTITY,
    /** An envelope with the elements in {@code value}, perhaps with a link to a next page. */
    LIST,
    /** Nothing that matters. */
    NOTHING
  }
}
