package dev.defendersdk.machineactions.liveresponse;

import dev.defendersdk.core.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a script wrote: a text like JSON, in whose strings line breaks may stand as they are
 * (get-live-response-result.md, sample), or a zip with {@code stdout} and {@code stderr}, which one
 * live client was seen to expect.
 */
final class Transcripts {

  private static final int LARGEST = 64 << 20;

  private Transcripts() {}

  static ScriptTranscript read(InputStream body) throws IOException {
    byte[] bytes = whole(body);
    return bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K' ? zipped(bytes) : json(bytes);
  }

  private static byte[] whole(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new IOException("the transcript is larger than " + LARGEST + " bytes: download it");
    }
    return bytes;
  }

  private static ScriptTranscript zipped(byte[] bytes) throws IOException {
    Map<String, String> texts = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        texts.put(entry.getName(), new String(whole(zip), StandardCharsets.UTF_8));
      }
    }
    if (!texts.containsKey("stdout") && !texts.containsKey("stderr")) {
      throw new IOException("the zip has neither stdout nor stderr");
    }
    return new ScriptTranscript(
        null, null, texts.getOrDefault("stdout", ""), texts.getOrDefault("stderr", ""), Map.of());
  }

  // Its names are unlike those of all other entities, so all of it is "unknown" at first.
  private static ScriptTranscript json(byte[] bytes) throws IOException {
    Map<String, @Nullable Object> members;
    try {
      members =
          new LinkedHashMap<>(
              Json.read(ScriptTranscript.class, repaired(bytes)).additionalProperties());
    } catch (IllegalArgumentException e) {
      throw new IOException("it is neither JSON nor a zip", e);
    }
    String name = members.get("script_name") instanceof String text ? text : null;
    Integer code = members.get("exit_code") instanceof Long number ? number.intValue() : null;
    String output = members.get("script_output") instanceof String text ? text : "";
    String errors = members.get("script_errors") instanceof String text ? text : "";
    if (name != null) {
      members.remove("script_name");
    }
    if (code != null) {
      members.remove("exit_code");
    }
    members.computeIfPresent(
        "script_output", (key, value) -> value instanceof String ? null : value);
    members.computeIfPresent(
        "script_errors", (key, value) -> value instanceof String ? null : value);
    return new ScriptTranscript(
        name,
        code,
        withoutZeros(output),
        withoutZeros(errors),
        Collections.unmodifiableMap(members));
  }

  /** With control characters inside strings written as JSON wants them. */
  private static String repaired(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    StringBuilder json = new StringBuilder(text.length() + 64);
    boolean inside = false;
    boolean escaped = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (inside && c < 0x20) {
        json.append("\\u%04x".formatted((int) c));
        escaped = false;
        continue;
      }
      if (c == '"' && !escaped) {
        inside = !inside;
      }
      escaped = inside && c == '\\' && !escaped;
      json.append(c);
    }
    return json.toString();
  }

  private static String withoutZeros(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
