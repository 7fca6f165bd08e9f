package dev.defendersdk.core.call;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.transfer.SignedLink;
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
    if (form == Form.LINK && type != SignedLink.class) {
      throw new IllegalArgumentException(
          "type is " + type.getName() + ": a link is a SignedLink. Pass that class.");
    }
    if (form == Form.TABLE && type != Table.class) {
      throw new IllegalArgumentException(
          "type is " + type.getName() + ": rows come as a Table. Pass that class.");
    }
    if ((form == Form.ENTITY || form == Form.LIST) && !isEntity(type)) {
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
    /** An envelope with a signed link to a file in {@code value}. */
    LINK,
    /** Rows under a schema of their own, as hunting answers. */
    TABLE,
    /** A whole number and nothing else, as {@code /$count} answers. */
    COUNT,
    /** Nothing that matters. */
    NOTHING
  }
}
