package dev.defendersdk.testkit.internal.engine;

import dev.defendersdk.testkit.internal.api.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An operation's path template, matched segment by segment without regard to case. */
final class Route {

  private static final Pattern NAME = Pattern.compile("'?\\{(\\w+)\\}'?");

  private final Operation operation;
  private final List<Pattern> segments = new ArrayList<>();
  private final List<List<String>> names = new ArrayList<>();
  private final int literals;

  Route(Operation operation) {
    this.operation = operation;
    int fixed = 0;
    for (String segment : operation.path().substring(1).split("/", -1)) {
      fixed += add(segment);
    }
    this.literals = fixed;
  }

  /** Reads one segment; says how much of it is no name. Quotes round a name may be left out. */
  private int add(String segment) {
    StringBuilder regex = new StringBuilder();
    List<String> found = new ArrayList<>();
    Matcher matcher = NAME.matcher(segment);
    int end = 0;
    int fixed = 0;
    while (matcher.find()) {
      regex.append(Pattern.quote(segment.substring(end, matcher.start())));
      fixed += matcher.start() - end;
      boolean inParentheses = segment.indexOf('(') >= 0;
      regex.append(inParentheses ? "'?([^',()]+)'?" : "(.+)");
      found.add(matcher.group(1));
      end = matcher.end();
    }
    regex.append(Pattern.quote(segment.substring(end)));
    segments.add(Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE));
    names.add(found);
    return fixed + segment.length() - end;
  }

  Operation operation() {
    return operation;
  }

  /** How many characters are no name: of two routes that match, the one with more is meant. */
  int literals() {
    return literals;
  }

  /**
   * The values of the names.
   *
   * @param path its segments, decoded
   * @return null if the path is another
   */
  @Nullable Map<String, String> match(List<String> path) {
    if (path.size() != segments.size()) {
      return null;
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < path.size(); i++) {
      Matcher matcher = segments.get(i).matcher(path.get(i));
      if (!matcher.matches()) {
        return null;
      }
      for (int group = 0; group < names.get(i).size(); group++) {
        values.put(names.get(i).get(group), matcher.group(group + 1));
      }
    }
    return values;
  }
}
