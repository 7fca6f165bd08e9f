package dev.defendersdk.machineactions.response;

/** Where a wish stands. */
public enum WishPhase {
  /** It looks at what the machine's actions are, or waits for another one to end. */
  WAITING,
  /** Its action is being asked for, or looked for after a lost answer. */
  SENDING,
  /** Its action is pending. */
  PENDING,
  /**
   * Its action has been pending for longer than {@link WishOptions#queuedAfter}: most likely the
   * machine is offline, and the action is queued for it. The service does not say so in words.
   */
  QUEUED,
  /** Its action runs on the machine. */
  RUNNING,
  /** It has ended. */
  ENDED
}
