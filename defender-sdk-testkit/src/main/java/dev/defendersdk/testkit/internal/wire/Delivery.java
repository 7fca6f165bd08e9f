package dev.defendersdk.testkit.internal.wire;

/** What happens to a response on its way. */
public enum Delivery {
  /** It arrives. */
  WHOLE,
  /** No connection is made. */
  REFUSED,
  /** The connection is reset before the first byte of the response. */
  RESET,
  /** No byte ever comes, and the connection stays. */
  STALLED,
  /** Headers and half of the body come, then nothing, and the connection stays. */
  STALLED_BODY,
  /** Headers and half of the body come, then the connection ends. */
  CUT
}
