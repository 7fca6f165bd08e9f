package dev.defendersdk.testkit.internal.actions;

/** The machine actions that start alike. Pages: those of machine-actions.md. */
enum ActionKind {
  ISOLATE("Isolate", "isolation"),
  UNISOLATE("Unisolate", "isolation"),
  RESTRICT_CODE_EXECUTION("RestrictCodeExecution", "restriction"),
  UNRESTRICT_CODE_EXECUTION("UnrestrictCodeExecution", "restriction"),
  RUN_ANTI_VIRUS_SCAN("RunAntiVirusScan", "scan"),
  STOP_AND_QUARANTINE_FILE("StopAndQuarantineFile", "quarantine"),
  COLLECT_INVESTIGATION_PACKAGE("CollectInvestigationPackage", "package"),
  OFFBOARD("Offboard", "offboarding"),
  /** One session at a time on a machine. Page: run-live-response.md. */
  LIVE_RESPONSE("LiveResponse", "session");

  /** As entities spell it. */
  final String type;

  /**
   * What two actions of one machine are about if the second is in the way of the first. An action
   * and its opposite are about the same: seen for isolation, taken to hold for restriction too.
   */
  private final String about;

  ActionKind(String type, String about) {
    this.type = type;
    this.about = about;
  }

  /**
   * Whether an action under way stands in the way of another of the same machine. Two quarantines
   * do so if they are for the same file: no page says either way.
   */
  static boolean collide(Action.Order underWay, Action.Order other) {
    return underWay.kind().about.equals(other.kind().about)
        && (underWay.sha1() == null || underWay.sha1().equalsIgnoreCase(other.sha1()));
  }
}
