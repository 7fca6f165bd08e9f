package dev.defendersdk.testsupport.facts;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One line of a module's {@code operations.txt}. */
record OperationLine(
    String id,
    String request,
    List<String> application,
    List<String> delegated,
    List<String> limits,
    String page,
    List<String> state,
    String repeated,
    List<String> success,
    List<String> body) {

  static OperationLine of(List<String> c) {
    return new OperationLine(
        c.get(0),
        c.get(1),
        Facts.words(c.get(2)),
        Facts.words(c.get(3)),
        Facts.words(c.get(4)),
        c.get(5),
        Facts.words(c.get(6)),
        c.get(7),
        Facts.words(c.get(8)),
        Facts.words(c.get(9)));
  }

  /** None for a minute is that for an hour, none for an hour is 60 of those. */
  List<Integer> quota() {
    String minute = limits.get(0).equals("null") ? limits.get(1) : limits.get(0);
    int perMinute = Integer.parseInt(minute);
    String hour = limits.get(1);
    return List.of(perMinute, hour.equals("null") ? 60 * perMinute : Integer.parseInt(hour));
  }

  /** The members with this mark at their end. */
  Set<String> members(String marks) {
    return body.stream()
        .filter(
            m ->
                marks.contains(
                    m.replaceFirst("^\\w+", "").isEmpty() ? " " : m.substring(m.length() - 1)))
        .map(m -> m.replaceFirst("[*?]$", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public String toString() {
    return id;
  }
}
