package dev.defendersdk.core.internal.runner;

/** A call that runs, and that ends when its client is closed. */
public interface RunningCall {

  /** Ends it, as soon as may be. */
  void endByClose();
}
