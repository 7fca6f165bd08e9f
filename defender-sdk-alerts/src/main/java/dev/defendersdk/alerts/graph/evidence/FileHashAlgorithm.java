package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** How a hash of a file was made. Page: security-filehash.md. */
public final class FileHashAlgorithm extends OpenEnum<FileHashAlgorithm.Known> {

  private static final Values<Known, FileHashAlgorithm> VALUES =
      new Values<>(FileHashAlgorithm::new, Known.UNRECOGNIZED);

  /** The value {@code unknown}. */
  public static final FileHashAlgorithm UNKNOWN = VALUES.known("unknown", Known.UNKNOWN);

  /** The value {@code md5}. */
  public static final FileHashAlgorithm MD5 = VALUES.known("md5", Known.MD5);

  /** The value {@code sha1}. */
  public static final FileHashAlgorithm SHA1 = VALUES.known("sha1", Known.SHA1);

  /** The value {@code sha256}. */
  public static final FileHashAlgorithm SHA256 = VALUES.known("sha256", Known.SHA256);

  /** SHA-256 over the signed content (Authenticode). */
  public static final FileHashAlgorithm SHA256AC = VALUES.known("sha256ac", Known.SHA256AC);

  private FileHashAlgorithm(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static FileHashAlgorithm of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link FileHashAlgorithm#UNKNOWN}. */
    UNKNOWN,
    /** {@link FileHashAlgorithm#MD5}. */
    MD5,
    /** {@link FileHashAlgorithm#SHA1}. */
    SHA1,
    /** {@link FileHashAlgorithm#SHA256}. */
    SHA256,
    /** {@link FileHashAlgorithm#SHA256AC}. */
    SHA256AC,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
