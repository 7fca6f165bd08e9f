package dev.defendersdk.machineactions.actions;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** The name of a parameter of a live response command. Source: service metadata. */
public final class CommandParameterKey extends OpenEnum<CommandParameterKey.Known> {

  private static final Values<Known, CommandParameterKey> VALUES =
      new Values<>(CommandParameterKey::new, Known.UNRECOGNIZED);

  /** The value {@code FileName}. */
  public static final CommandParameterKey FILE_NAME = VALUES.known("FileName", Known.FILE_NAME);

  /** The value {@code Args}. */
  public static final CommandParameterKey ARGS = VALUES.known("Args", Known.ARGS);

  /** The value {@code Path}. */
  public static final CommandParameterKey PATH = VALUES.known("Path", Known.PATH);

  /** The value {@code ScriptName}. */
  public static final CommandParameterKey SCRIPT_NAME =
      VALUES.known("ScriptName", Known.SCRIPT_NAME);

  /** The value {@code IsExternalSource}. */
  public static final CommandParameterKey IS_EXTERNAL_SOURCE =
      VALUES.known("IsExternalSource", Known.IS_EXTERNAL_SOURCE);

  /** The value {@code FileUri}. */
  public static final CommandParameterKey FILE_URI = VALUES.known("FileUri", Known.FILE_URI);

  /** The value {@code ScriptHash}. */
  public static final CommandParameterKey SCRIPT_HASH =
      VALUES.known("ScriptHash", Known.SCRIPT_HASH);

  /** The value {@code ScriptSource}. */
  public static final CommandParameterKey SCRIPT_SOURCE =
      VALUES.known("ScriptSource", Known.SCRIPT_SOURCE);

  private CommandParameterKey(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static CommandParameterKey of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link CommandParameterKey#FILE_NAME}. */
    FILE_NAME,
    /** {@link CommandParameterKey#ARGS}. */
    ARGS,
    /** {@link CommandParameterKey#PATH}. */
    PATH,
    /** {@link CommandParameterKey#SCRIPT_NAME}. */
    SCRIPT_NAME,
    /** {@link CommandParameterKey#IS_EXTERNAL_SOURCE}. */
    IS_EXTERNAL_SOURCE,
    /** {@link CommandParameterKey#FILE_URI}. */
    FILE_URI,
    /** {@link CommandParameterKey#SCRIPT_HASH}. */
    SCRIPT_HASH,
    /** {@link CommandParameterKey#SCRIPT_SOURCE}. */
    SCRIPT_SOURCE,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
