package dev.defendersdk.hunting;

import dev.defendersdk.core.argument.Check;

/**
 * A column of a result.
 *
 * @param name as the service spells it
 * @param type what its values are; {@code unknown} where the service does not say
 */
public record HuntingColumn(String name, ColumnType type) {

  /** Refuses a blank name. */
  public HuntingColumn {
    Check.notBlank(name, "name");
    Check.notNull(type, "type");
  }
}
