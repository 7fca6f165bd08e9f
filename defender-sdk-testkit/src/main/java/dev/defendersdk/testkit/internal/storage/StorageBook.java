package dev.defendersdk.testkit.internal.storage;

import dev.defendersdk.testkit.internal.api.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tenant's files on the storage host, and the links to them. Guarded by the cloud's lock. */
public final class StorageBook {

  /** The host in process, a reserved name; over sockets all services share one. */
  public static final String ORIGIN = "https://storage.defender.test";

  private static final String API_ORIGIN = "https://api.defender.test";

  /** A file. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes the array
  record Blob(String name, byte[] bytes, String etag, String contentType) {}

  /** A link to a file, by its signature. */
  record Link(String name, Instant expires) {}

  private final String tenantId;
  private final Ids ids;
  private final Map<String, Blob> blobs = new HashMap<>();
  private final Map<String, Link> links = new HashMap<>();
  private final Map<String, Integer> asked = new HashMap<>();

  public StorageBook(String tenantId, Ids ids) {
    this.tenantId = tenantId;
    this.ids = ids;
  }

  public boolean has(String name) {
    return blobs.containsKey(name);
  }

  /** Stores a file, in place of one of the same name. */
  public void put(String name, byte[] bytes, String contentType) {
    blobs.put(name, new Blob(name, bytes, "\"0x" + ids.hex(15) + "\"", contentType));
  }

  /**
   * A new link to a file.
   *
   * @param origin of the API that was called
   */
  public String link(String name, Duration life, String origin, Instant now) {
    String signature = ids.hex(40);
    Instant expires = now.plus(life).truncatedTo(ChronoUnit.SECONDS);
    links.put(signature, new Link(name, expires));
    return (origin.equals(API_ORIGIN) ? ORIGIN : origin)
        + "/storage/"
        + tenantId
        + "/"
        + name
        + "?sv=2024-11-04&se="
        + expires.toString().replace(":", "%3A")
        + "&sr=b&sp=r&sig="
        + signature
        + "%3D";
  }

  @Nullable Blob blob(String name) {
    return blobs.get(name);
  }

  @Nullable Link linkOf(String signature) {
    return links.get(signature.replaceFirst("=$", ""));
  }

  /** Whether a file is asked for the first time. */
  boolean isFirst(String name) {
    return asked.merge(name, 1, Integer::sum) == 1;
  }
}
