package dev.defendersdk.gates.snippets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A block of Java in a document or a comment.
 *
 * @param file by its name
 * @param line of its first line in that file, from 1
 */
public record Snippet(String file, int line, List<String> code) {

  private static final Pattern MEMBER =
      Pattern.compile("(@\\w|public |protected |private |static |final class ).*");

  // A line that begins with an ellipsis, or a comment that does.
  private static final Pattern LEFT_TO_READER = Pattern.compile("\\s*(// *)?….*");

  /** The blocks between three backticks and "java", at any depth. */
  public static List<Snippet> ofDocument(Path file) throws IOException {
    return between(file, "```java", "```", "");
  }

  /** The blocks of comments between {@code <pre>{@code} and its end. */
  public static List<Snippet> ofComments(Path file) throws IOException {
    return between(file, "* <pre>{@code", "* }</pre>", "^\\s*\\* ?");
  }

  private static List<Snippet> between(Path file, String start, String end, String margin)
      throws IOException {
    List<Snippet> snippets = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    int from = -1;
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).strip();
      if (from < 0 && text.equals(start)) {
        from = i + 1;
      } else if (from >= 0 && text.equals(end)) {
        snippets.add(
            new Snippet(
                file.getFileName().toString(),
                from + 1,
                lines.subList(from, i).stream()
                    .map(line -> line.replaceFirst(margin, ""))
                    .toList()));
        from = -1;
      }
    }
    if (from >= 0) {
      throw new IllegalStateException(file + ":" + from + ": the block has no end");
    }
    return snippets;
  }

  /** Whether it declares members of a class; else it is statements. */
  public boolean isMembers() {
    return MEMBER.matcher(code.get(0).strip()).matches();
  }

  /** As it is compiled: what is left to the reader is a call of {@link Frame#yours}. */
  List<String> filledIn() {
    return code.stream()
        .map(line -> LEFT_TO_READER.matcher(line).matches() ? "yours(defender);" : line)
        .toList();
  }

  /** The same with its clients pointed at the frame's tenant. */
  public Snippet pointedAtTheTenant() {
    return new Snippet(
        file,
        line,
        code.stream().map(text -> text.replace("DefenderClient.builder()", "builder()")).toList());
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
