package dev.defendersdk.core.call;

import dev.defendersdk.core.argument.Check;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where an operation stands in its life.
 *
 * @param state current, in preview, or deprecated
 * @param ends the day from which the service no longer answers, or null if none is announced
 * @param replacedBy the id of the operation to use instead, or null if there is none
 */
public record Lifecycle(State state, @Nullable LocalDate ends, @Nullable String replacedBy) {

  /** The operation is current. */
  public static final Lifecycle CURRENT = new Lifecycle(State.CURRENT, null, null);

  /** The service calls the operation a preview, or does not document it. */
  public static final Lifecycle PREVIEW = new Lifecycle(State.PREVIEW, null, null);

  /** Refuses to leave the state open. */
  public Lifecycle {
    Check.notNull(state, "state");
  }

  /** The states of an operation's life. */
  public enum State {
    /** Documented and supported. */
    CURRENT,
    /** Announced as preview by the service, or undocumented. */
    PREVIEW,
    /** To be replaced. */
    DEPRECATED
  }
}
