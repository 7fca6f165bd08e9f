package dev.defendersdk.machineactions.liveresponse;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.call.Multipart;
import dev.defendersdk.core.transfer.FileContent;
import java.nio.file.Path;

/**
 * A file for the library, and what is said of it. Page: upload-library.md. Immutable: every method
 * returns a new upload.
 *
 * <pre>{@code
 * LibraryUpload upload =
 *     LibraryUpload.of(Path.of("collect.ps1")).description("collects logs").replacing();
 * }</pre>
 */
public final class LibraryUpload {

  private static final long LARGEST = 20L << 20;

  private final String fileName;
  private final FileContent content;
  private final String description;
  private final String parameters;
  private final boolean replacing;

  private LibraryUpload(
      String fileName,
      FileContent content,
      String description,
      String parameters,
      boolean replacing) {
    this.fileName = fileName;
    this.content = content;
    this.description = description;
    this.parameters = parameters;
    this.replacing = replacing;
  }

  /**
   * A file of this machine, under its own name. It is read when it is sent.
   *
   * @throws IllegalArgumentException if it cannot be read, is larger than 20 MB, or its name has
   *     other characters than letters, digits, hyphens, underscores and dots
   */
  public static LibraryUpload of(Path file) {
    FileContent content = FileContent.of(file);
    return checked(String.valueOf(file.getFileName()), "file", content);
  }

  /**
   * A file of these bytes.
   *
   * @throws IllegalArgumentException if there are more than 20 MB, or the name has other characters
   *     than letters, digits, hyphens, underscores and dots
   */
  public static LibraryUpload of(String fileName, byte[] content) {
    return checked(fileName, "fileName", FileContent.of(content));
  }

  private static LibraryUpload checked(String name, String argument, FileContent content) {
    LibraryNames.checked(name, argument);
    if (content.length() > LARGEST) {
      throw new IllegalArgumentException(
          "content has "
              + content.length()
              + " bytes: a library file has at most "
              + LARGEST
              + " (20 MB). Make it smaller.");
    }
    return new LibraryUpload(name, content, "", "", false);
  }

  /** What it is for. */
  public LibraryUpload description(String description) {
    return new LibraryUpload(
        fileName, content, Check.notNull(description, "description"), parameters, replacing);
  }

  /** Says that it is a script that takes parameters, and which. */
  public LibraryUpload parameters(String parameters) {
    return new LibraryUpload(
        fileName, content, description, Check.notBlank(parameters, "parameters"), replacing);
  }

  /** Lets it take the place of a file of the same name; without this such an upload is refused. */
  public LibraryUpload replacing() {
    return new LibraryUpload(fileName, content, description, parameters, true);
  }

  /** The name that it will have. */
  public String fileName() {
    return fileName;
  }

  Multipart body() {
    Multipart body =
        Multipart.file("file", fileName, content)
            .text("Description", description)
            .text("HasParameters", String.valueOf(!parameters.isEmpty()))
            .text("OverrideIfExists", String.valueOf(replacing));
    return parameters.isEmpty() ? body : body.text("ParametersDescription", parameters);
  }

  @Override
  public String toString() {
    return "LibraryUpload[" + fileName + "]";
  }
}
