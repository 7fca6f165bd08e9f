package dev.defendersdk.hunting;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/**
 * The type of a column. The pages show {@code DateTime} and {@code String} alone; the others are
 * the .NET names of the query language's types, as hunting.md expects them.
 */
public final class ColumnType extends OpenEnum<ColumnType.Known> {

  private static final Values<Known, ColumnType> VALUES =
      new Values<>(ColumnType::new, Known.UNRECOGNIZED);

  /** The value {@code DateTime}. */
  public static final ColumnType DATE_TIME = VALUES.known("DateTime", Known.DATE_TIME);

  /** The value {@code String}. */
  public static final ColumnType STRING = VALUES.known("String", Known.STRING);

  /** The value {@code Int32}. */
  public static final ColumnType INT32 = VALUES.known("Int32", Known.INT32);

  /** The value {@code Int64}. */
  public static final ColumnType INT64 = VALUES.known("Int64", Known.INT64);

  /** The value {@code Double}. */
  public static final ColumnType DOUBLE = VALUES.known("Double", Known.DOUBLE);

  /** The value {@code Decimal}. */
  public static final ColumnType DECIMAL = VALUES.known("Decimal", Known.DECIMAL);

  /** The value {@code Boolean}. */
  public static final ColumnType BOOLEAN = VALUES.known("Boolean", Known.BOOLEAN);

  /** The value {@code SByte}: a boolean too. */
  public static final ColumnType SBYTE = VALUES.known("SByte", Known.SBYTE);

  /** The value {@code Guid}. */
  public static final ColumnType GUID = VALUES.known("Guid", Known.GUID);

  /** The value {@code TimeSpan}. */
  public static final ColumnType TIME_SPAN = VALUES.known("TimeSpan", Known.TIME_SPAN);

  /** The value {@code Object}: a dynamic one. */
  public static final ColumnType OBJECT = VALUES.known("Object", Known.OBJECT);

  private ColumnType(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static ColumnType of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link ColumnType#DATE_TIME}. */
    DATE_TIME,
    /** {@link ColumnType#STRING}. */
    STRING,
    /** {@link ColumnType#INT32}. */
    INT32,
    /** {@link ColumnType#INT64}. */
    INT64,
    /** {@link ColumnType#DOUBLE}. */
    DOUBLE,
    /** {@link ColumnType#DECIMAL}. */
    DECIMAL,
    /** {@link ColumnType#BOOLEAN}. */
    BOOLEAN,
    /** {@link ColumnType#SBYTE}. */
    SBYTE,
    /** {@link ColumnType#GUID}. */
    GUID,
    /** {@link ColumnType#TIME_SPAN}. */
    TIME_SPAN,
    /** {@link ColumnType#OBJECT}. */
    OBJECT,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
