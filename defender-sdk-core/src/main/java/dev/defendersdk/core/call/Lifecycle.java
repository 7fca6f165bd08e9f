package dev.defendersdk.core.call;

import dev.defendersdk.core.argument.Check;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an operation stands in its life. A client warns in its log of a deprecated one, once, and
 * the errors of one that has ended say what to use instead.
 *
 * @param state current, in preview, or deprecated
 * @param ends the day from which the service no longer answers, in UTC, or null if none is
 *     announced
 * @param replacedBy the id of the operation to use instead, or null if there is none
 * @param permissionsToAdd what a tenant has to grant for the replacement, beside what it has; any
 *     one is enough
 */
public record Lifecycle(
    State state,
    @Nullable LocalDate ends,
    @Nullable String replacedBy,
    List<String> permissionsToAdd) {

  /** The operation is current. */
  public static final Lifecycle CURRENT = new Lifecycle(State.CURRENT, null, null, List.of());

  /** The service calls the operation a preview, or does not document it. */
  public static final Lifecycle PREVIEW = new Lifecycle(State.PREVIEW, null, null, List.of());

  /** Refuses to leave the state open. */
  public Lifecycle {
    Check.notNull(state, "state");
    permissionsToAdd = Check.noNulls(permissionsToAdd, "permissionsToAdd");
  }

  /**
   * An operation that the service is to end.
   *
   * @param ends the day from which the service no longer answers, in UTC
   * @param replacedBy the id of the operation to use instead
   * @param permissionsToAdd any one of which the replacement needs
   */
  public static Lifecycle deprecated(
      LocalDate ends, String replacedBy, String... permissionsToAdd) {
    return new Lifecycle(
        State.DEPRECATED,
        Check.notNull(ends, "ends"),
        Check.notBlank(replacedBy, "replacedBy"),
        Arrays.asList(Check.notNull(permissionsToAdd, "permissionsToAdd")));
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
