package dev.defendersdk.machineactions.response;

import dev.defendersdk.machineactions.actions.ActionType;
import java.util.List;

/** Kinds of action that undo or hinder each other on a machine: one of a topic at a time. */
enum Topic {
  ISOLATION,
  RESTRICTION,
  SCAN,
  PACKAGE,
  QUARANTINE,
  OFFBOARDING,
  LIVE_RESPONSE;

  List<ActionType> types() {
    return switch (this) {
      case ISOLATION -> List.of(ActionType.ISOLATE, ActionType.UNISOLATE);
      case RESTRICTION ->
          List.of(ActionType.RESTRICT_CODE_EXECUTION, ActionType.UNRESTRICT_CODE_EXECUTION);
      case SCAN -> List.of(ActionType.RUN_ANTI_VIRUS_SCAN);
      case PACKAGE -> List.of(ActionType.COLLECT_INVESTIGATION_PACKAGE);
      case QUARANTINE -> List.of(ActionType.STOP_AND_QUARANTINE_FILE);
      case OFFBOARDING -> List.of(ActionType.OFFBOARD);
      case LIVE_RESPONSE -> List.of(ActionType.LIVE_RESPONSE);
    };
  }

  /** True for a state that lasts, false for a deed that is done. */
  boolean isState() {
    return this == ISOLATION || this == RESTRICTION || this == OFFBOARDING;
  }
}
