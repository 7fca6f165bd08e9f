package dev.defendersdk.machineactions.actions;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** The kind of a file hash. Page: machineaction.md. */
public final class FileIdentifierType extends OpenEnum<FileIdentifierType.Known> {

  private static final Values<Known, FileIdentifierType> VALUES =
      new Values<>(FileIdentifierType::new, Known.UNRECOGNIZED);

  /** The value {@code Sha1}. */
  public static final FileIdentifierType SHA1 = VALUES.known("Sha1", Known.SHA1);

  /** The value {@code Sha256}. */
  public static final FileIdentifierType SHA256 = VALUES.known("Sha256", Known.SHA256);

  /** The value {@code Md5}. */
  public static final FileIdentifierType MD5 = VALUES.known("Md5", Known.MD5);

  private FileIdentifierType(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static FileIdentifierType of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link FileIdentifierType#SHA1}. */
    SHA1,
    /** {@link FileIdentifierType#SHA256}. */
    SHA256,
    /** {@link FileIdentifierType#MD5}. */
    MD5,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
