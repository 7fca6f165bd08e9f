package dev.defendersdk.testsupport.arguments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of wrong arguments: for each method right ones, and what is wrong in their place. */
public final class Cases {

  /**
   * One wrong argument.
   *
   * @param place which argument, from 0
   * @param value the wrong value
   * @param shown what the message must show of it
   */
  public record Wrong(int place, Object value, String shown) {
    @Override
    public String toString() {
      return "argument " + place + ": " + shown;
    }
  }

  /**
   * One method: on what it is called, with right arguments, and wrong ones.
   *
   * @param receiver null for static methods and constructors
   */
  public record Row(Object receiver, Object[] right, List<Wrong> wrong) {

    /** Adds a wrong argument whose message shows the value: texts in quotes. */
    public Row wrong(int place, Object value) {
      return wrong(place, value, value instanceof String text ? "\"" + text + "\"" : "" + value);
    }

    /** Adds a wrong argument, and what the message must show of it. */
    public Row wrong(int place, Object value, String shown) {
      wrong.add(new Wrong(place, value, shown));
      return this;
    }

    /** Adds texts without anything in them. */
    public Row blank(int place) {
      return wrong(place, "").wrong(place, " \t", "\" \\u0009\"");
    }
  }

  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final Map<String, String> reasons = new LinkedHashMap<>();

  /** A method, by its short name, with right arguments. Nulls in their places are added. */
  public Row row(String method, Object receiver, Object... right) {
    Row row = new Row(receiver, right, new ArrayList<>());
    if (rows.put(method, row) != null) {
      throw new AssertionError(method + " is twice in the table");
    }
    return row;
  }

  /** Methods that have no wrong arguments, and why. */
  public void none(String reason, String... methods) {
    for (String method : methods) {
      reasons.put(method, reason);
    }
  }

  Map<String, Row> rows() {
    return rows;
  }

  Map<String, String> reasons() {
    return reasons;
  }
}
