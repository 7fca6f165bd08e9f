package dev.defendersdk.machineactions.actions;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/**
 * The kind of a machine action. Page: machineaction.md; further values from the service metadata.
 */
public final class ActionType extends OpenEnum<ActionType.Known> {

  private static final Values<Known, ActionType> VALUES =
      new Values<>(ActionType::new, Known.UNRECOGNIZED);

  /** The value {@code Unknown}. */
  public static final ActionType UNKNOWN = VALUES.known("Unknown", Known.UNKNOWN);

  /** The value {@code RequestSample}. */
  public static final ActionType REQUEST_SAMPLE =
      VALUES.known("RequestSample", Known.REQUEST_SAMPLE);

  /** The value {@code Block}. */
  public static final ActionType BLOCK = VALUES.known("Block", Known.BLOCK);

  /** The value {@code RunAntiVirusScan}. */
  public static final ActionType RUN_ANTI_VIRUS_SCAN =
      VALUES.known("RunAntiVirusScan", Known.RUN_ANTI_VIRUS_SCAN);

  /** The value {@code Offboard}. */
  public static final ActionType OFFBOARD = VALUES.known("Offboard", Known.OFFBOARD);

  /** The value {@code RegenerateId}. */
  public static final ActionType REGENERATE_ID = VALUES.known("RegenerateId", Known.REGENERATE_ID);

  /** The value {@code CollectInvestigationPackage}. */
  public static final ActionType COLLECT_INVESTIGATION_PACKAGE =
      VALUES.known("CollectInvestigationPackage", Known.COLLECT_INVESTIGATION_PACKAGE);

  /** The value {@code Isolate}. */
  public static final ActionType ISOLATE = VALUES.known("Isolate", Known.ISOLATE);

  /** The value {@code Unisolate}. */
  public static final ActionType UNISOLATE = VALUES.known("Unisolate", Known.UNISOLATE);

  /** The value {@code StopAndQuarantineFile}. */
  public static final ActionType STOP_AND_QUARANTINE_FILE =
      VALUES.known("StopAndQuarantineFile", Known.STOP_AND_QUARANTINE_FILE);

  /** The value {@code RestrictCodeExecution}. */
  public static final ActionType RESTRICT_CODE_EXECUTION =
      VALUES.known("RestrictCodeExecution", Known.RESTRICT_CODE_EXECUTION);

  /** The value {@code UnrestrictCodeExecution}. */
  public static final ActionType UNRESTRICT_CODE_EXECUTION =
      VALUES.known("UnrestrictCodeExecution", Known.UNRESTRICT_CODE_EXECUTION);

  /** The value {@code LiveResponse}. */
  public static final ActionType LIVE_RESPONSE = VALUES.known("LiveResponse", Known.LIVE_RESPONSE);

  /** The value {@code Troubleshoot}. */
  public static final ActionType TROUBLESHOOT = VALUES.known("Troubleshoot", Known.TROUBLESHOOT);

  /** The value {@code LogsCollection}. */
  public static final ActionType LOGS_COLLECTION =
      VALUES.known("LogsCollection", Known.LOGS_COLLECTION);

  /** The value {@code TokenRefresh}. */
  public static final ActionType TOKEN_REFRESH = VALUES.known("TokenRefresh", Known.TOKEN_REFRESH);

  /** The value {@code EndpointConfigManagementCheckin}. */
  public static final ActionType ENDPOINT_CONFIG_MANAGEMENT_CHECKIN =
      VALUES.known("EndpointConfigManagementCheckin", Known.ENDPOINT_CONFIG_MANAGEMENT_CHECKIN);

  /** The value {@code EnableActiveDirectoryUser}. */
  public static final ActionType ENABLE_ACTIVE_DIRECTORY_USER =
      VALUES.known("EnableActiveDirectoryUser", Known.ENABLE_ACTIVE_DIRECTORY_USER);

  /** The value {@code DisableActiveDirectoryUser}. */
  public static final ActionType DISABLE_ACTIVE_DIRECTORY_USER =
      VALUES.known("DisableActiveDirectoryUser", Known.DISABLE_ACTIVE_DIRECTORY_USER);

  /** The value {@code ResetPasswordActiveDirectoryUser}. */
  public static final ActionType RESET_PASSWORD_ACTIVE_DIRECTORY_USER =
      VALUES.known("ResetPasswordActiveDirectoryUser", Known.RESET_PASSWORD_ACTIVE_DIRECTORY_USER);

  /** The value {@code ImmuneActiveDirectoryCustomPlaybook}. */
  public static final ActionType IMMUNE_ACTIVE_DIRECTORY_CUSTOM_PLAYBOOK =
      VALUES.known(
          "ImmuneActiveDirectoryCustomPlaybook", Known.IMMUNE_ACTIVE_DIRECTORY_CUSTOM_PLAYBOOK);

  private ActionType(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static ActionType of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link ActionType#UNKNOWN}. */
    UNKNOWN,
    /** {@link ActionType#REQUEST_SAMPLE}. */
    REQUEST_SAMPLE,
    /** {@link ActionType#BLOCK}. */
    BLOCK,
    /** {@link ActionType#RUN_ANTI_VIRUS_SCAN}. */
    RUN_ANTI_VIRUS_SCAN,
    /** {@link ActionType#OFFBOARD}. */
    OFFBOARD,
    /** {@link ActionType#REGENERATE_ID}. */
    REGENERATE_ID,
    /** {@link ActionType#COLLECT_INVESTIGATION_PACKAGE}. */
    COLLECT_INVESTIGATION_PACKAGE,
    /** {@link ActionType#ISOLATE}. */
    ISOLATE,
    /** {@link ActionType#UNISOLATE}. */
    UNISOLATE,
    /** {@link ActionType#STOP_AND_QUARANTINE_FILE}. */
    STOP_AND_QUARANTINE_FILE,
    /** {@link ActionType#RESTRICT_CODE_EXECUTION}. */
    RESTRICT_CODE_EXECUTION,
    /** {@link ActionType#UNRESTRICT_CODE_EXECUTION}. */
    UNRESTRICT_CODE_EXECUTION,
    /** {@link ActionType#LIVE_RESPONSE}. */
    LIVE_RESPONSE,
    /** {@link ActionType#TROUBLESHOOT}. */
    TROUBLESHOOT,
    /** {@link ActionType#LOGS_COLLECTION}. */
    LOGS_COLLECTION,
    /** {@link ActionType#TOKEN_REFRESH}. */
    TOKEN_REFRESH,
    /** {@link ActionType#ENDPOINT_CONFIG_MANAGEMENT_CHECKIN}. */
    ENDPOINT_CONFIG_MANAGEMENT_CHECKIN,
    /** {@link ActionType#ENABLE_ACTIVE_DIRECTORY_USER}. */
    ENABLE_ACTIVE_DIRECTORY_USER,
    /** {@link ActionType#DISABLE_ACTIVE_DIRECTORY_USER}. */
    DISABLE_ACTIVE_DIRECTORY_USER,
    /** {@link ActionType#RESET_PASSWORD_ACTIVE_DIRECTORY_USER}. */
    RESET_PASSWORD_ACTIVE_DIRECTORY_USER,
    /** {@link ActionType#IMMUNE_ACTIVE_DIRECTORY_CUSTOM_PLAYBOOK}. */
    IMMUNE_ACTIVE_DIRECTORY_CUSTOM_PLAYBOOK,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
