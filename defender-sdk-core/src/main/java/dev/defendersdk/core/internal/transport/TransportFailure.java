package dev.defendersdk.core.internal.transport;

import org.jspecify.annotations.Nullable;

/** An exchange that brought no whole answer. */
public final class TransportFailure extends Exception {

  private static final long serialVersionUID = 1L;

  /** How far the exchange came. */
  public enum Kind {
    /** No connection was made: the service cannot have seen the request. */
    NOT_SENT,
    /** No connection was made, for the other side is not to be trusted. */
    UNTRUSTED,
    /** The connection was lost while or after sending: the service may have seen the request. */
    LOST,
    /** The time of the exchange ran out: the service may have seen the request. */
    TIMED_OUT,
    /** The body is larger than the bound. */
    TOO_LARGE
  }

  private final Kind kind;

  public TransportFailure(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
