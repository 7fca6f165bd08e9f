package dev.defendersdk.machineactions.actions;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** The kind of a live response command. Source: service metadata. */
public final class CommandType extends OpenEnum<CommandType.Known> {

  private static final Values<Known, CommandType> VALUES =
      new Values<>(CommandType::new, Known.UNRECOGNIZED);

  /** The value {@code PutFile}. */
  public static final CommandType PUT_FILE = VALUES.known("PutFile", Known.PUT_FILE);

  /** The value {@code GetFile}. */
  public static final CommandType GET_FILE = VALUES.known("GetFile", Known.GET_FILE);

  /** The value {@code RunPowerShell}. */
  public static final CommandType RUN_POWER_SHELL =
      VALUES.known("RunPowerShell", Known.RUN_POWER_SHELL);

  /** The value {@code RunScript}. */
  public static final CommandType RUN_SCRIPT = VALUES.known("RunScript", Known.RUN_SCRIPT);

  private CommandType(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static CommandType of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link CommandType#PUT_FILE}. */
    PUT_FILE,
    /** {@link CommandType#GET_FILE}. */
    GET_FILE,
    /** {@link CommandType#RUN_POWER_SHELL}. */
    RUN_POWER_SHELL,
    /** {@link CommandType#RUN_SCRIPT}. */
    RUN_SCRIPT,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
