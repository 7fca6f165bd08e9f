package dev.defendersdk.alerts.external;

/** What became of a finding. */
public enum FindingOutcome {
  /** It is an alert of its own. */
  PUBLISHED(true),
  /** An open alert of the same title on the same device has absorbed it. */
  MERGED(true),
  /** It had been published before, by its key, and was not again. */
  ALREADY_PUBLISHED(true),
  /** There is no event to tie it to: none was found, or the service knows none such. */
  NO_EVENT(false),
  /** The service would not take it: see the error. */
  REFUSED(false),
  /** It could not be asked for, by a failure on this side or on the way: see the error. */
  FAILED(false),
  /**
   * It was asked for and the answer was lost, and what became of it could not be found out. Publish
   * it again, with the same store: then it is looked for before anything is sent.
   */
  OUTCOME_UNKNOWN(false),
  /** It was not asked for: publishing was stopped, or the client closed. */
  NOT_BEGUN(false);

  private final boolean published;

  FindingOutcome(boolean published) {
    this.published = published;
  }

  /** True if there is an alert of it. */
  public boolean isPublished() {
    return published;
  }
}
