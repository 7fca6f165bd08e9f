package dev.defendersdk.machineactions.investigations;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.Paged;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.argument.Ids;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.machineactions.internal.Comments;
import java.util.function.UnaryOperator;

/**
 * The automated investigations of a tenant. A cheap view of a client: make one where it is needed.
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * InvestigationsClient investigations = new InvestigationsClient(defender);
 * InvestigationHandle started = investigations.start(machineId, "Odd sign-ins, case 4711");
 * Investigation seen = started.awaitEndOrApproval(Duration.ofHours(2));
 * }</pre>
 *
 * <p>An investigation is no machine action: it is not in their list, and no page tells how to
 * cancel it. If the answer to a start is lost, {@link
 * dev.defendersdk.core.error.OutcomeUnknownException} says so, and the list, filtered by the
 * machine, tells what became of it.
 *
 * <p>Permissions are those of alerts: {@code Alert.ReadWrite.All} to start, {@code Alert.Read.All}
 * or {@code Alert.ReadWrite.All} to read. Quota: 50 starts an hour; 100 calls a minute and 1,500 an
 * hour for each of the others. All methods throw {@link
 * dev.defendersdk.core.error.DefenderException} if the call fails, and {@link
 * IllegalArgumentException} for wrong arguments, before any call.
 */
public final class InvestigationsClient {

  private final DefenderClient defender;

  /** A view of the investigations of this client's tenant. */
  public InvestigationsClient(DefenderClient defender) {
    this.defender = Check.notNull(defender, "defender");
  }

  /**
   * Starts an investigation on a machine. Windows only: by the page Windows 10 from 1803, Windows
   * 11, Server from 2019, and Azure Stack HCI from 23H2. What a second start answers while one runs
   * is not documented. Page: initiate-autoir-investigation.md.
   *
   * @param comment why; the service keeps it
   * @return the investigation, under way
   */
  public InvestigationHandle start(String machineId, String comment) {
    return start(machineId, comment, CallOptions.defaults());
  }

  /** Starts an investigation, with options. Page: initiate-autoir-investigation.md. */
  public InvestigationHandle start(String machineId, String comment, CallOptions options) {
    Investigation started =
        defender.execute(
            Call.of(InvestigationOperations.START)
                .path("id", Ids.machine(machineId))
                .member("Comment", Comments.required(comment)),
            options);
    String id = started.id();
    if (id == null || id.isBlank()) {
      throw ErrorReport.of(ErrorKind.UNREADABLE_ANSWER)
          .operation(InvestigationOperations.START.id())
          .detail("the answer holds no investigation id")
          .advice("It acted: find the investigation in the list, by its machine.")
          .toException();
    }
    return handle(id);
  }

  /** All investigations. Page: get-investigation-collection.md. */
  public Paged<Investigation> list() {
    return list(InvestigationQuery.all());
  }

  /** The investigations of a query, built in place. Page: get-investigation-collection.md. */
  public Paged<Investigation> list(UnaryOperator<InvestigationQuery> query) {
    return list(Check.notNull(query, "query").apply(InvestigationQuery.all()));
  }

  /** The investigations of a query. Page: get-investigation-collection.md. */
  public Paged<Investigation> list(InvestigationQuery query) {
    return list(query, CallOptions.defaults());
  }

  /** The investigations of a query, with options. Page: get-investigation-collection.md. */
  public Paged<Investigation> list(InvestigationQuery query, CallOptions options) {
    return defender.list(
        Call.of(InvestigationOperations.LIST).query(Check.notNull(query, "query").toListQuery()),
        options);
  }

  /**
   * One investigation. Page: get-investigation-object.md.
   *
   * @param idOrAlertId its id, or that of the alert that began it
   * @throws dev.defendersdk.core.error.NotFoundException if there is none
   */
  public Investigation get(String idOrAlertId) {
    return get(idOrAlertId, CallOptions.defaults());
  }

  /**
   * One investigation, with options. Page: get-investigation-object.md.
   *
   * @param idOrAlertId its id, or that of the alert that began it
   * @throws dev.defendersdk.core.error.NotFoundException if there is none
   */
  public Investigation get(String idOrAlertId, CallOptions options) {
    return defender.execute(
        Call.of(InvestigationOperations.GET)
            .path("id", Ids.opaque(idOrAlertId, "idOrAlertId", "Investigation.id()")),
        options);
  }

  /** Takes up an investigation that was started elsewhere, or by an alert. Nothing is asked. */
  public InvestigationHandle handle(String idOrAlertId) {
    return new InvestigationHandle(defender, this, idOrAlertId);
  }

  @Override
  public String toString() {
    return "InvestigationsClient[" + defender + "]";
  }
}
