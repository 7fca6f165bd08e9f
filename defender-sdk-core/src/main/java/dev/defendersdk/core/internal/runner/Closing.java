package dev.defendersdk.core.internal.runner;

/**
 * Ends a running call when its client is closed, wherever it waits: by an interrupt of its thread
 * that is taken back before the thread leaves the SDK.
 */
public final class Closing implements RunningCall {

  private final Thread thread;
  private boolean over;
  private boolean asked;

  public Closing(Thread thread) {
    this.thread = thread;
  }

  @Override
  public synchronized void endByClose() {
    if (!over && !asked) {
      asked = true;
      thread.interrupt();
    }
  }

  public synchronized boolean isAsked() {
    return asked;
  }

  /** The call has ended: an interrupt of ours that it did not meet must not reach the caller. */
  public synchronized void end() {
    over = true;
    if (asked) {
      Thread.interrupted();
    }
  }
}
