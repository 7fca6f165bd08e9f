package dev.defendersdk.testkit.internal.library;

import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.internal.api.Handler;
import dev.defendersdk.testkit.internal.api.Room;
import dev.defendersdk.testkit.internal.api.Timestamps;
import dev.defendersdk.testkit.internal.odata.Links;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The library of live response. Pages: list-library-files.md, upload-library.md, delete-library.md;
 * the rule for names is in live-response.md. A file that exists and may not be replaced is refused
 * by 400, which no page says.
 */
public final class LibraryRoom implements Room {

  private static final int LARGEST = 20 * 1024 * 1024;

  private final LibraryBook book;

  public LibraryRoom(LibraryBook book) {
    this.book = book;
  }

  @Override
  public Map<String, Handler> handlers() {
    return Map.of(
        "libraryFiles.list", this::list,
        "libraryFiles.upload", this::upload,
        "libraryFiles.delete", this::delete);
  }

  private Answer list(Call call) {
    List<Map<String, @Nullable Object>> files =
        book.all().stream().map(LibraryBook.LibraryFile::entity).toList();
    return Answer.of(
        call.operation().success(),
        Map.of("@odata.context", Links.context(call, "LibraryFiles"), "value", files));
  }

  private Answer upload(Call call) {
    Map<String, Parts.Part> parts = Parts.read(call.body());
    Parts.Part file = parts.get("file");
    String name = file == null ? null : file.fileName();
    if (file == null || name == null) {
      throw ApiError.missing("file");
    }
    if (!name.matches("[A-Za-z0-9_.-]+")) {
      throw ApiError.invalidInput("File name " + name + " has characters that are not allowed");
    }
    if (file.bytes().length > LARGEST) {
      throw ApiError.invalidInput("File is larger than 20 MB");
    }
    LibraryBook.LibraryFile before = book.find(name);
    if (before != null && !isTrue(parts, "OverrideIfExists")) {
      throw ApiError.badRequest("File " + name + " already exists");
    }
    Instant now = Timestamps.toTicks(call.now());
    LibraryBook.LibraryFile stored =
        new LibraryBook.LibraryFile(
            name,
            file.bytes(),
            text(parts, "Description"),
            isTrue(parts, "HasParameters"),
            Objects.requireNonNullElse(text(parts, "ParametersDescription"), ""),
            before == null ? call.caller().name() : before.createdBy(),
            before == null ? now : before.created(),
            now);
    book.put(stored);
    Map<String, @Nullable Object> entity = new LinkedHashMap<>();
    entity.put("@odata.context", Links.context(call, "LibraryFiles/$entity"));
    entity.putAll(stored.entity());
    return Answer.of(call.operation().success(), entity)
        .withEffect("library file " + name + (before == null ? " uploaded" : " replaced"));
  }

  private Answer delete(Call call) {
    String name = call.value("fileName");
    if (!book.remove(name)) {
      throw ApiError.notFound("File", name);
    }
    return Answer.of(call.operation().success(), json -> {})
        .withEffect("library file " + name + " deleted");
  }

  private static @Nullable String text(Map<String, Parts.Part> parts, String name) {
    Parts.Part part = parts.get(name);
    return part == null ? null : part.text();
  }

  private static boolean isTrue(Map<String, Parts.Part> parts, String name) {
    return "true".equalsIgnoreCase(text(parts, name));
  }
}
