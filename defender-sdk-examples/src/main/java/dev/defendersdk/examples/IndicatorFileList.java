package dev.defendersdk.examples;

import dev.defendersdk.core.error.BadRequestException;
import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.IndicatorType;
import dev.defendersdk.indicators.IndicatorsClient;
import dev.defendersdk.indicators.NewIndicator;
import dev.defendersdk.machineactions.response.TenantFileList;
import java.util.List;
import java.util.Objects;

/**
 * Blocks and allows files in the whole tenant by its indicators: what {@code FileBlocks} asks for.
 * An entry of its own that says the opposite is replaced; one that somebody else made is left, and
 * the service's refusal thrown.
 */
public final class IndicatorFileList implements TenantFileList {

  private final IndicatorsClient indicators;
  private final String application;

  /**
   * A list by these indicators.
   *
   * @param application the name in the entries by which their maker knows them again
   */
  public IndicatorFileList(IndicatorsClient indicators, String application) {
    this.indicators = indicators;
    this.application = application;
  }

  @Override
  public void block(String sha1, String comment) {
    set(NewIndicator.fileSha1(sha1).blockAndRemediate("Blocked by " + application, comment));
  }

  @Override
  public void allow(String sha1, String comment) {
    set(NewIndicator.fileSha1(sha1).allow("Allowed by " + application, comment));
  }

  private void set(NewIndicator indicator) {
    NewIndicator wanted = indicator.application(application);
    try {
      Indicator unused = indicators.submit(wanted);
    } catch (BadRequestException e) {
      // The service may not change the action of an entry: it is deleted, and made anew.
      List<Indicator> opposite = opposite(wanted);
      if (opposite.isEmpty()) {
        throw e;
      }
      opposite.forEach(each -> indicators.delete(String.valueOf(each.id())));
      Indicator unused = indicators.submit(wanted);
    }
  }

  private List<Indicator> opposite(NewIndicator wanted) {
    return indicators
        .list(
            q ->
                q.where(
                    i ->
                        i.indicatorValue()
                            .eq(wanted.indicatorValue())
                            .and(i.indicatorType().eq(IndicatorType.FILE_SHA1))
                            .and(i.application().eq(application))))
        .stream()
        .filter(each -> !Objects.equals(wanted.action(), each.action()))
        .toList();
  }
}
