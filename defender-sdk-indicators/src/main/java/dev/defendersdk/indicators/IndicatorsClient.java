package dev.defendersdk.indicators;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.Paged;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.call.Call;
import java.util.Collection;
import java.util.function.UnaryOperator;

/**
 * The indicators of a tenant. A cheap view of a client: make one where it is needed. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * IndicatorsClient indicators = new IndicatorsClient(defender);
 * Indicator blocked =
 *     indicators.submit(
 *         NewIndicator.domain("bad.example").block("Phishing of case 4711", "From NetShield."));
 * }</pre>
 *
 * <p>Permissions: all need {@code Ti.ReadWrite} or {@code Ti.ReadWrite.All}; the pages name none to
 * read alone. With {@code Ti.ReadWrite} an application sees and changes the indicators that it
 * created itself, and no others. For signed-in users the pages of the two deletes list no
 * permission: the service may refuse them. Quota: 30 imports a minute, 30 batch deletes a minute
 * and 1,500 an hour, and 100 calls a minute and 1,500 an hour for each of the others. A tenant
 * holds 15,000 indicators, those of others counted. All methods throw {@link
 * dev.defendersdk.core.error.DefenderException} if the call fails, and {@link
 * IllegalArgumentException} for wrong arguments, before any call.
 *
 * <p>That the service took an indicator does not mean that it is in force: with files this may take
 * 2 hours, with addresses, domains and URLs 48, with certificates 3, and no call tells.
 */
public final class IndicatorsClient {

  private final DefenderClient defender;

  /** A view of the indicators of this client's tenant. */
  public IndicatorsClient(DefenderClient defender) {
    this.defender = Check.notNull(defender, "defender");
  }

  /**
   * All indicators that have not expired. Page: get-ti-indicators-collection.md.
   *
   * <p>The list is paged by {@code $skip}: while indicators come and go, one may be left out or
   * come twice.
   */
  public Paged<Indicator> list() {
    return list(IndicatorQuery.all());
  }

  /** The indicators of a query, built in place. Page: get-ti-indicators-collection.md. */
  public Paged<Indicator> list(UnaryOperator<IndicatorQuery> query) {
    return list(Check.notNull(query, "query").apply(IndicatorQuery.all()));
  }

  /** The indicators of a query. Page: get-ti-indicators-collection.md. */
  public Paged<Indicator> list(IndicatorQuery query) {
    return list(query, CallOptions.defaults());
  }

  /** The indicators of a query, with options for each page. Page: as without. */
  public Paged<Indicator> list(IndicatorQuery query, CallOptions options) {
    return defender.list(
        Call.of(IndicatorOperations.LIST).query(Check.notNull(query, "query").toListQuery()),
        options);
  }

  /**
   * Creates an indicator, or updates the one of this value and type. Page: post-ti-indicator.md,
   * which does not say more of what makes two of them one; nor that an action can be changed so:
   * the service was seen to refuse it, and then the old one is to be deleted first.
   *
   * @return the indicator as the tenant holds it
   * @throws dev.defendersdk.core.error.BadRequestException if the service does not take it, such as
   *     where the tenant has its 15,000
   */
  public Indicator submit(NewIndicator indicator) {
    return submit(indicator, CallOptions.defaults());
  }

  /** Creates or updates an indicator, with options. Page: post-ti-indicator.md. */
  public Indicator submit(NewIndicator indicator, CallOptions options) {
    NewIndicator sent = Check.notNull(indicator, "indicator").asOf(defender.timeSource().now());
    Call<Indicator> call = Call.of(IndicatorOperations.SUBMIT);
    for (var member : sent.members().entrySet()) {
      call = call.member(member.getKey(), member.getValue());
    }
    return defender.execute(call, options);
  }

  /**
   * Creates or updates any number of indicators, in calls of 500. Page: import-ti-indicators.md.
   *
   * @return what became of each; see {@link #importAll(Collection, CallOptions)}
   */
  public ImportReport importAll(Collection<NewIndicator> indicators) {
    return importAll(indicators, CallOptions.defaults());
  }

  /**
   * Creates or updates any number of indicators, in calls of 500, each with these options. Page:
   * import-ti-indicators.md.
   *
   * <p>Once it has begun, nothing is thrown: the report says what became of each indicator, and the
   * calls go on after one that was refused. They end at an error that every other would meet too,
   * such as a missing permission, and when two calls in a row are left without any answer; what is
   * left is then not sent. An interrupt ends it so too, and the thread's flag is set again. What
   * failed can be sent again, and so can what is unknown: a second sending updates what the first
   * made.
   *
   * @param indicators none that has expired; durations are counted from the beginning of the import
   */
  public ImportReport importAll(Collection<NewIndicator> indicators, CallOptions options) {
    return new ImportRun(defender, indicators, options).report();
  }

  /**
   * Deletes an indicator. Page: delete-ti-indicator-by-id.md.
   *
   * @param indicatorId {@link Indicator#id()}, of decimal digits
   * @throws dev.defendersdk.core.error.NotFoundException if there is none
   */
  public void delete(String indicatorId) {
    delete(indicatorId, CallOptions.defaults());
  }

  /** Deletes an indicator, with options. Page: delete-ti-indicator-by-id.md. */
  public void delete(String indicatorId, CallOptions options) {
    Void unused = defender.execute(BatchDeleteRun.single(indicatorId), options);
  }

  /**
   * Deletes any number of indicators, in calls of 500. Page: batch-delete-ti-indicators.md.
   *
   * @return what became of each; see {@link #batchDelete(Collection, CallOptions)}
   */
  public BatchDeleteReport batchDelete(Collection<String> indicatorIds) {
    return batchDelete(indicatorIds, CallOptions.defaults());
  }

  /**
   * Deletes any number of indicators, in calls of 500, each with these options. Page:
   * batch-delete-ti-indicators.md.
   *
   * <p>One id that is not there, or not for this application to delete, makes the service refuse
   * the call that it is in; whether it deletes the others then is not stated. So the list is read
   * again, and what it still holds is deleted by further calls, which come down to those that the
   * service refuses. Once it has begun, nothing is thrown: the report says what became of each. It
   * ends as {@link #importAll(Collection, CallOptions)} does, and where one call after the other is
   * refused with 403.
   *
   * @param indicatorIds {@link Indicator#id()} of each, of decimal digits; one that comes twice
   *     counts once
   */
  public BatchDeleteReport batchDelete(Collection<String> indicatorIds, CallOptions options) {
    return new BatchDeleteRun(defender, indicatorIds, options).report();
  }
}
