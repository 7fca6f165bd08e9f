package dev.defendersdk.testkit.internal.actions;

import dev.defendersdk.testkit.internal.api.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** What live response meets in a tenant. Guarded by the cloud's lock. */
public final class LiveResponseBook {

  /**
   * How a script ends.
   *
   * @param failure why the command fails; null if the script ran
   */
  private record Ending(int exitCode, String output, String errors, @Nullable String failure) {}

  private static final Ending QUIET = new Ending(0, "", "", null);

  private final Map<String, Ending> scripts = new HashMap<>();
  private final Map<String, byte[]> files = new HashMap<>();
  private final Map<String, Instant> portal = new HashMap<>();
  private int sessions = 25;
  private Duration patience = Duration.ofHours(2);
  private Duration perCommand = Duration.ofSeconds(20);

  public void script(String name, int exitCode, String output, String errors) {
    scripts.put(name, new Ending(exitCode, output, errors, null));
  }

  public void failingScript(String name, String failure) {
    scripts.put(name, new Ending(1, "", "", failure));
  }

  public void file(String path, byte[] bytes) {
    files.put(path, bytes);
  }

  public void sessions(int most) {
    sessions = most;
  }

  public void patience(Duration span) {
    patience = span;
  }

  public void perCommand(Duration span) {
    perCommand = span;
  }

  /** An analyst's session, which blocks the machine and is in no list. */
  public void portalSession(String machineId, Instant until) {
    portal.put(machineId, until);
  }

  boolean isOpenInPortal(String machineId, Instant now) {
    Instant until = portal.get(machineId);
    return until != null && until.isAfter(now);
  }

  int sessions() {
    return sessions;
  }

  Duration patience() {
    return patience;
  }

  Session.Command putFile(Object given) {
    return new Session.Command("PutFile", given, perCommand.toNanos(), null, null);
  }

  Session.Command missing(String type, Object given, String name) {
    String error = "File " + name + " was not found";
    return new Session.Command(type, given, perCommand.toNanos(), error, null);
  }

  Session.Command runScript(Object given, String name, boolean zipped) {
    Ending ending = scripts.getOrDefault(name, QUIET);
    byte[] result =
        ending.failure() != null ? null : zipped ? zip(ending) : transcript(name, ending);
    return new Session.Command("RunScript", given, perCommand.toNanos(), ending.failure(), result);
  }

  Session.Command getFile(Object given, String path) {
    byte[] bytes = files.get(path);
    return bytes == null
        ? missing("GetFile", given, path)
        : new Session.Command("GetFile", given, perCommand.toNanos(), null, bytes);
  }

  /**
   * A transcript as the page shows it: with line breaks inside its strings as they are, which is no
   * JSON, and zeros at the end of the output.
   */
  private static byte[] transcript(String name, Ending ending) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("script_name", name);
    members.put("exit_code", ending.exitCode());
    members.put("script_output", ending.output() + "\u0000\u0000\u0000");
    members.put("script_errors", ending.errors());
    String json = new String(Json.bytes(to -> Json.write(to, members)), StandardCharsets.UTF_8);
    return json.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip(Ending ending) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("stdout"));
      zip.write(ending.output().getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("stderr"));
      zip.write(ending.errors().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
