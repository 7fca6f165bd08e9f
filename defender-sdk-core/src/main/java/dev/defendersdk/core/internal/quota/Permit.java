package dev.defendersdk.core.internal.quota;

/** A permit for one request. Exactly one of its methods is called, once. */
public final class Permit {

  private final QuotaGroup group;
  private final boolean ofBulk;

  Permit(QuotaGroup group, boolean ofBulk) {
    this.group = group;
    this.ofBulk = ofBulk;
  }

  /** The request was answered, or its answer will never come. */
  public void answered() {
    group.answered(ofBulk);
  }

  /** The request never reached the service. */
  public void neverSent() {
    group.neverSent(ofBulk);
  }
}
