package dev.defendersdk.machineactions.liveresponse;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.machineactions.internal.Comments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a live response session is to do. Page: run-live-response.md. Immutable: every method
 * returns a new request.
 *
 * <pre>{@code
 * LiveResponseRequest request =
 *     LiveResponseRequest.because("case 4711")
 *         .putFile("tool.exe")
 *         .runScript("triage.ps1", "-Quick")
 *         .getFile("C:\\Temp\\triage.zip");
 * }</pre>
 *
 * <p>The service takes files to put first, then scripts, then files to get, and any number of each.
 * Commands in another order are refused here, not sorted: a file that is asked for before a script
 * runs would otherwise be got after it. Commands run one at a time; after one that fails the rest
 * is not run.
 */
public final class LiveResponseRequest {

  private static final List<String> ORDER = List.of("PutFile", "RunScript", "GetFile");

  private final String comment;
  private final List<Map<String, Object>> commands;
  private final int furthest;
  private final @Nullable String externalId;

  private LiveResponseRequest(
      String comment,
      @Nullable String externalId,
      List<Map<String, Object>> commands,
      int furthest) {
    this.comment = comment;
    this.externalId = externalId;
    this.commands = commands;
    this.furthest = furthest;
  }

  /**
   * A request without commands yet.
   *
   * @param comment why; the service keeps it
   */
  public static LiveResponseRequest because(String comment) {
    return new LiveResponseRequest(Comments.required(comment), null, List.of(), 0);
  }

  /**
   * An id of the caller's own, which the action then has as {@code externalId}. Preview: it is in
   * the service metadata, but on no page.
   */
  public LiveResponseRequest externalId(String externalId) {
    return new LiveResponseRequest(
        comment, Check.notBlank(externalId, "externalId"), commands, furthest);
  }

  /**
   * Copies a file of the library to the machine's working folder, where it stays until a restart.
   * Has no result.
   *
   * @throws IllegalArgumentException after a script or a file to get, or for a name that no library
   *     file can have
   */
  public LiveResponseRequest putFile(String fileName) {
    return with("PutFile", Map.of("FileName", LibraryNames.checked(fileName, "fileName")));
  }

  /**
   * Runs a script of the library, for 10 minutes at the most, without arguments. Its result is its
   * transcript.
   *
   * @throws IllegalArgumentException after a file to get, or for a name that no library file can
   *     have
   */
  public LiveResponseRequest runScript(String scriptName) {
    return with("RunScript", Map.of("ScriptName", LibraryNames.checked(scriptName, "scriptName")));
  }

  /**
   * Runs a script of the library, for 10 minutes at the most. Its result is its transcript.
   *
   * @param arguments all of them in one text, as the script's command line has them; quoting is the
   *     caller's
   * @throws IllegalArgumentException after a file to get, or for a name that no library file can
   *     have
   */
  public LiveResponseRequest runScript(String scriptName, String arguments) {
    Map<String, String> params = new LinkedHashMap<>();
    params.put("ScriptName", LibraryNames.checked(scriptName, "scriptName"));
    params.put("Args", Check.notBlank(arguments, "arguments"));
    return with("RunScript", params);
  }

  /**
   * Gets a file of the machine. Its result is the file.
   *
   * @param path of the file on the machine
   */
  public LiveResponseRequest getFile(String path) {
    return with("GetFile", Map.of("Path", Check.notBlank(path, "path")));
  }

  private LiveResponseRequest with(String type, Map<String, String> params) {
    int place = ORDER.indexOf(type);
    if (place < furthest) {
      throw new IllegalArgumentException(
          type
              + " comes after "
              + ORDER.get(furthest)
              + ": the service takes PutFile, then RunScript, then GetFile."
              + " Add it earlier, or run a second session.");
    }
    List<Map<String, String>> pairs = new ArrayList<>();
    params.forEach((key, value) -> pairs.add(Map.of("key", key, "value", value)));
    List<Map<String, Object>> more = new ArrayList<>(commands);
    more.add(Map.of("type", type, "params", pairs));
    return new LiveResponseRequest(comment, externalId, List.copyOf(more), place);
  }

  /** Why. */
  public String comment() {
    return comment;
  }

  /** The caller's own id, or null. */
  public @Nullable String externalId() {
    return externalId;
  }

  /** How many commands there are; the first has the index 0. */
  public int size() {
    return commands.size();
  }

  /**
   * The commands as they are sent: each with its {@code type} and its {@code params}, a list of
   * {@code key} and {@code value}.
   */
  public List<Map<String, Object>> commands() {
    return commands;
  }

  /** Shows the number of commands alone: arguments may hold secrets. */
  @Override
  public String toString() {
    return "LiveResponseRequest[" + commands.size() + " commands]";
  }
}
