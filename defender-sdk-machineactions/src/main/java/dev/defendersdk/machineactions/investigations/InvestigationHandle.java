package dev.defendersdk.machineactions.investigations;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.InvestigationState;
import dev.defendersdk.core.Poller;
import dev.defendersdk.core.Poller.Verdict;
import dev.defendersdk.core.argument.Ids;
import java.time.Duration;
import java.util.function.Function;

/**
 * An automated investigation under way. It goes on in the service whatever becomes of this handle:
 * keep {@link #id()} to take it up again, in another process too, by {@link
 * InvestigationsClient#handle}. Immutable and thread-safe.
 */
public final class InvestigationHandle {

  private final DefenderClient defender;
  private final InvestigationsClient investigations;
  private final String id;

  InvestigationHandle(DefenderClient defender, InvestigationsClient investigations, String id) {
    this.defender = defender;
    this.investigations = investigations;
    this.id = Ids.opaque(id, "idOrAlertId", "Investigation.id()");
  }

  /**
   * The investigation's id, or that of the alert that began it: whichever the handle was made of.
   */
  public String id() {
    return id;
  }

  /** Asks once where the investigation stands. Needs {@code Alert.Read.All} or more. */
  public Investigation poll() {
    return poll(CallOptions.defaults());
  }

  /** Asks once where the investigation stands, with options. */
  public Investigation poll(CallOptions options) {
    return investigations.get(id, options);
  }

  /**
   * Waits until the investigation has ended well: benign, or all that it found is remedied. It asks
   * every few seconds at first, every half minute later, and every five minutes where it takes
   * hours; each question counts against the quota of {@code investigations.get}. Needs {@code
   * Alert.Read.All} or more.
   *
   * <p>One that waits for a person's approval is waited for as well, and nobody may come: see
   * {@link #awaitEndOrApproval}.
   *
   * @param timeout how long to wait at the most
   * @return the investigation as it ended
   * @throws dev.defendersdk.core.error.UnsuccessfulException if it ended otherwise, in part
   *     included; {@link #poll()} has the whole of it
   * @throws dev.defendersdk.core.error.DeadlineException if it has not ended within the timeout: it
   *     goes on
   */
  public Investigation await(Duration timeout) {
    return await(timeout, InvestigationHandle::judge);
  }

  /**
   * Waits as {@link #await} does, but no longer than until the investigation waits for a person:
   * then it returns too, with the state {@link InvestigationState#PENDING_APPROVAL}. Call {@link
   * #await} to wait on.
   *
   * @param timeout how long to wait at the most
   * @return the investigation as it ended, or as it waits for approval
   * @throws dev.defendersdk.core.error.UnsuccessfulException as {@link #await}
   * @throws dev.defendersdk.core.error.DeadlineException as {@link #await}
   */
  public Investigation awaitEndOrApproval(Duration timeout) {
    return await(timeout, seen -> waitsForApproval(seen) ? Verdict.SUCCEEDED : judge(seen));
  }

  private Investigation await(Duration timeout, Function<Investigation, Verdict> judge) {
    return new Poller<>(
            defender,
            "investigation " + id,
            options -> investigations.get(id, options),
            judge,
            InvestigationHandle::describe)
        .await(timeout);
  }

  // Of a state that nobody here knows, an end time says that it is a final one.
  private static Verdict judge(Investigation seen) {
    InvestigationState state = seen.state();
    if (state == null || state.known() == InvestigationState.Known.UNRECOGNIZED) {
      return seen.endTime() == null ? Verdict.UNDER_WAY : Verdict.UNSUCCESSFUL;
    }
    return switch (state.known()) {
      case BENIGN, SUCCESSFULLY_REMEDIATED -> Verdict.SUCCEEDED;
      default -> state.isFinal() ? Verdict.UNSUCCESSFUL : Verdict.UNDER_WAY;
    };
  }

  private static boolean waitsForApproval(Investigation seen) {
    InvestigationState state = seen.state();
    return state != null && state.equals(InvestigationState.PENDING_APPROVAL);
  }

  private static String describe(Investigation seen) {
    return "it is " + seen.state();
  }

  @Override
  public String toString() {
    return "InvestigationHandle[" + id + "]";
  }
}
