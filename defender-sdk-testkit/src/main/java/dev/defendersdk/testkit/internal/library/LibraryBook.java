package dev.defendersdk.testkit.internal.library;

import dev.defendersdk.testkit.internal.api.Timestamps;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of a tenant's library. Guarded by the cloud's lock. */
public final class LibraryBook {

  /** A file. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes the array
  record LibraryFile(
      String name,
      byte[] bytes,
      @Nullable String description,
      boolean hasParameters,
      String parametersDescription,
      String createdBy,
      Instant created,
      Instant updated) {

    /** As the service shows it: without a description of parameters where there are none. */
    Map<String, @Nullable Object> entity() {
      Map<String, @Nullable Object> entity = new LinkedHashMap<>();
      entity.put("fileName", name);
      entity.put("sha256", sha256(bytes));
      entity.put("description", description);
      entity.put("creationTime", created);
      entity.put("lastUpdatedTime", updated);
      entity.put("createdBy", createdBy);
      entity.put("hasParameters", hasParameters);
      if (hasParameters) {
        entity.put("parametersDescription", parametersDescription);
      }
      return entity;
    }
  }

  private final Map<String, LibraryFile> files = new LinkedHashMap<>();

  /** Puts a file there, as somebody does in the portal. */
  public void add(String name, byte[] bytes, Instant now) {
    Instant at = Timestamps.toTicks(now);
    put(new LibraryFile(name, bytes.clone(), null, false, "", "analyst@contoso.com", at, at));
  }

  public boolean has(String name) {
    return files.containsKey(name);
  }

  @Nullable LibraryFile find(String name) {
    return files.get(name);
  }

  void put(LibraryFile file) {
    files.put(file.name(), file);
  }

  boolean remove(String name) {
    return files.remove(name) != null;
  }

  List<LibraryFile> all() {
    return List.copyOf(files.values());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
