package dev.defendersdk.core.call;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.transfer.FileContent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A body of {@code multipart/form-data}: texts, and one file, which is streamed. Immutable: every
 * method returns a new one.
 *
 * <pre>{@code
 * FileContent script = FileContent.of(Path.of("collect.ps1"));
 * Multipart body =
 *     Multipart.file("file", "collect.ps1", script).text("Description", "collects logs");
 * }</pre>
 */
public final class Multipart {

  private final String partName;
  private final String fileName;
  private final FileContent content;
  private final Map<String, String> texts;

  private Multipart(
      String partName, String fileName, FileContent content, Map<String, String> texts) {
    this.partName = partName;
    this.fileName = fileName;
    this.content = content;
    this.texts = texts;
  }

  /**
   * A body with a file.
   *
   * @param partName the name of the part
   * @param fileName the file's own name, as the service is to know it
   * @param content what is in it
   */
  public static Multipart file(String partName, String fileName, FileContent content) {
    return new Multipart(
        Check.notBlank(partName, "partName"),
        Check.notBlank(fileName, "fileName"),
        Check.notNull(content, "content"),
        Map.of());
  }

  /** Adds a text, sent in UTF-8; may be empty. */
  public Multipart text(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(texts);
    more.put(Check.notBlank(name, "name"), Check.notNull(value, "value"));
    return new Multipart(partName, fileName, content, Collections.unmodifiableMap(more));
  }

  /** The name of the part that holds the file. */
  public String partName() {
    return partName;
  }

  /** The file's own name. */
  public String fileName() {
    return fileName;
  }

  /** What is in the file. */
  public FileContent content() {
    return content;
  }

  /** The texts by the names of their parts, in the order in which they were set. */
  public Map<String, String> texts() {
    return texts;
  }

  /** Shows the size of the file alone. */
  @Override
  public String toString() {
    return "Multipart[" + content.length() + " bytes]";
  }
}
