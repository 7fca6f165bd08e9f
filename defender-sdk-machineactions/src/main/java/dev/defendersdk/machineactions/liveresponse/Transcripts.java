package dev.defendersdk.machineactions.liveresponse;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.defendersdk.core.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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
    return new ScriptTranscript(null, null, text(texts.get("stdout")), text(texts.get("stderr")));
  }

  private static ScriptTranscript json(byte[] bytes) throws IOException {
    Map<String, @Nullable Object> members;
    try {
      members = Json.read(Members.class, repaired(bytes)).additionalProperties();
    } catch (IllegalArgumentException e) {
      throw new IOException("it is neither JSON nor a zip", e);
    }
    return new ScriptTranscript(
        members.get("script_name") instanceof String name ? name : null,
        members.get("exit_code") instanceof Number code ? (Integer) code.intValue() : null,
        text(members.get("script_output")),
        text(members.get("script_errors")));
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

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text.replaceFirst("\u0000+$", "") : "";
  }

  /** The members as they come: their names are unlike those of all other entities. */
  record Members(
      @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {}
}
