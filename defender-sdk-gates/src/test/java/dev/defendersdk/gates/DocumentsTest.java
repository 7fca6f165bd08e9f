package dev.defendersdk.gates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.call.Lifecycle;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The documents that are made from the code, so that they say what it does. A stale one fails; with
 * {@code -Dwrite.documents=true} it is written anew.
 */
class DocumentsTest {

  private static final Path DOCS = Modules.ROOT.resolve("docs");

  @Test
  void operations() throws Exception {
    StringBuilder text =
        new StringBuilder(
            """
            # Operations

            Made from the descriptors in the code; do not edit. Any one of the permissions is enough.

            | operation | request | application permission | delegated permission | a minute / an hour \
            | sent twice | life | page |
            | --- | --- | --- | --- | --- | --- | --- | --- |
            """);
    List<Operation<?>> operations = AllOperations.list();
    assertThat(operations).extracting(Operation::id).doesNotHaveDuplicates().isNotEmpty();
    for (Operation<?> operation : operations) {
      text.append("| `").append(operation.id()).append("` | `");
      text.append(operation.method()).append(' ').append(operation.path()).append("` | ");
      text.append(String.join(", ", operation.permissions().application())).append(" | ");
      text.append(String.join(", ", operation.permissions().delegated())).append(" | ");
      text.append(operation.quota().perMinute()).append(" / ");
      text.append(operation.quota().perHour()).append(" | ");
      text.append(operation.repeatability()).append(" | ");
      text.append(life(operation.lifecycle())).append(" | ");
      text.append(operation.page()).append(" |\n");
    }
    assertUpToDate("operations.md", text.toString());
  }

  @Test
  void errors() throws Exception {
    StringBuilder text =
        new StringBuilder(
            """
            # Errors

            Made from the code; do not edit. All extend `DefenderException`, which is unchecked. Wrong
            arguments are no call's error: they are `IllegalArgumentException`, before anything is sent.

            | kind | exception | what to do |
            | --- | --- | --- |
            """);
    for (ErrorKind kind : ErrorKind.values()) {
      String exception = ErrorReport.of(kind).toException().getClass().getSimpleName();
      text.append("| `").append(kind).append("` | `").append(exception).append("` | ");
      text.append(kind.advice()).append(" |\n");
    }
    assertUpToDate("errors.md", text.toString());
  }

  private static void assertUpToDate(String name, String text) throws IOException {
    Path file = DOCS.resolve(name);
    if (Boolean.getBoolean("write.documents")) {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    }
    assertThat(Files.readString(file, StandardCharsets.UTF_8))
        .as("docs/%s: write it anew with -Dwrite.documents=true", name)
        .isEqualTo(text);
  }

  private static String life(Lifecycle lifecycle) {
    String replaced = lifecycle.replacedBy() == null ? "" : ", use " + lifecycle.replacedBy();
    String ends = lifecycle.ends() == null ? "" : ", ends " + lifecycle.ends();
    return lifecycle.state() + ends + replaced;
  }
}
