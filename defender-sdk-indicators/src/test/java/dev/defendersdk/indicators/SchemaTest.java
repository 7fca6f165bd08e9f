package dev.defendersdk.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.RequestSource;
import dev.defendersdk.indicators.observables.FileInformation;
import dev.defendersdk.testsupport.facts.Facts;
import dev.defendersdk.testsupport.facts.SchemaChecks;
import dev.defendersdk.testsupport.facts.SchemaFacts;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The entities of this module, their enums, and the filters of their list. */
class SchemaTest extends SchemaChecks {

  SchemaTest() {
    super(
        SchemaFacts.of(
            Facts.beside(SchemaTest.class),
            Indicator.class,
            FileInformation.class,
            RequestSource.class),
        Set.of(
            "Indicator",
            "SourceType",
            "ImportIndicatorResult",
            "FileInformation",
            "FileStatistics",
            "DomainStatistics",
            "IpStatistics"));
  }

  @Test
  void indicatorsAreFilteredByWhatThePageNames() {
    filtersAre("Indicator", IndicatorFields.class, where -> IndicatorQuery.all().where(where));
  }

  /** indicators-overview.md: what took the place of the retired two. */
  @Test
  void aRetiredActionIsReadAndLeadsToItsSuccessor() {
    assertThat(IndicatorAction.of("alertandblock").isRetired()).isTrue();
    assertThat(IndicatorAction.of("alertandblock").current())
        .isEqualTo(IndicatorAction.BLOCK_AND_REMEDIATE);
    assertThat(IndicatorAction.ALERT.current()).isEqualTo(IndicatorAction.AUDIT);
    assertThat(IndicatorAction.BLOCK.isRetired()).isFalse();
    assertThat(IndicatorAction.BLOCK.current()).isEqualTo(IndicatorAction.BLOCK);
  }

  @Test
  void aTypeAllowsTheActionsOfItsKind() {
    assertThat(IndicatorType.FILE_MD5.actions()).hasSize(5);
    assertThat(IndicatorType.URL.actions())
        .containsExactlyInAnyOrder(
            IndicatorAction.ALLOWED,
            IndicatorAction.AUDIT,
            IndicatorAction.WARN,
            IndicatorAction.BLOCK);
    assertThat(IndicatorType.CERTIFICATE_THUMBPRINT.actions())
        .containsExactlyInAnyOrder(IndicatorAction.ALLOWED, IndicatorAction.BLOCK_AND_REMEDIATE);
    assertThat(IndicatorType.of("WebCategory").actions()).isEmpty();
    assertThat(IndicatorType.of("FromTheFuture").actions()).isEmpty();
  }
}
