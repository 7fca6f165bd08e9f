package dev.defendersdk.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.RequestSource;
import dev.defendersdk.core.error.BadRequestException;
import dev.defendersdk.core.error.NotFoundException;
import dev.defendersdk.testkit.IndicatorView;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.indicators.NewTenantIndicator;
import dev.defendersdk.testkit.journal.JournalEntry;
import dev.defendersdk.testsupport.InVirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Indicators listed, submitted and deleted. */
@Timeout(120)
class IndicatorsTest {

  private final VirtualTime time = VirtualTime.startingAt(Tenants.NOW);
  private final SimulatedTenant tenant = Tenants.tenant(time);
  private final DefenderClient defender = Tenants.client(tenant);
  private final IndicatorsClient indicators = new IndicatorsClient(defender);

  @RegisterExtension final InVirtualTime inVirtualTime = new InVirtualTime(time);

  @AfterEach
  void close() {
    defender.close();
  }

  @Test
  void anIndicatorIsSubmittedAsTheServiceWantsIt() {
    Indicator blocked =
        indicators.submit(
            NewIndicator.ipAddress("2001:DB8::7")
                .block("Beacon", "Case 4711")
                .severity(IndicatorSeverity.HIGH)
                .rbacGroupNames("Servers", "Tills")
                .externalId("4711")
                .expiresAfter(Duration.ofDays(30)));
    assertThat(blocked.indicatorValue()).isEqualTo("2001:db8:0:0:0:0:0:7");
    assertThat(blocked.indicatorType()).isEqualTo(IndicatorType.IP_ADDRESS);
    assertThat(blocked.createdBy()).isEqualTo(tenant.clientId());
    assertThat(blocked.createdBySource()).isEqualTo(RequestSource.PUBLIC_API);
    IndicatorView held = tenant.indicators().get(blocked.id());
    assertThat(held.expirationTime()).isEqualTo(Tenants.NOW.plus(Duration.ofDays(30)));
    assertThat(held.rbacGroupNames()).containsExactly("Servers", "Tills");
    assertThat(held.externalId()).isEqualTo("4711");
    assertThat(held.severity()).isEqualTo("High");
  }

  @Test
  void anAuditAlwaysRaisesAlerts() {
    Indicator audited =
        indicators.submit(NewIndicator.domain("bad.example").audit("Seen", "Case 4711"));
    assertThat(audited.action()).isEqualTo(IndicatorAction.AUDIT);
    assertThat(audited.generateAlert()).isTrue();
  }

  /** The unit is that of the service: to the second, and never sooner than was said. */
  @Test
  void anExpiryIsRoundedUpToTheSecond() {
    NewIndicator submitted =
        NewIndicator.domain("bad.example")
            .block("t", "d")
            .expiresAt(Tenants.NOW.plusSeconds(60).plusNanos(1));
    assertThat(submitted.expirationTime()).isEqualTo(Tenants.NOW.plusSeconds(61));
    assertThat(submitted.expiresAfter(Duration.ofSeconds(7)).expirationTime()).isNull();
    assertThat(submitted.expiresAfter(Duration.ofSeconds(7)).expiresAt(Tenants.NOW).expiresAfter())
        .as("the last one said holds")
        .isNull();
  }

  @Test
  void whatHasExpiredIsRefusedBeforeAnyCall() {
    NewIndicator past =
        NewIndicator.domain("bad.example").block("t", "d").expiresAt(Tenants.NOW.minusSeconds(1));
    assertThatThrownBy(() -> indicators.submit(past))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2026-11-24T07:59:59Z")
        .hasMessageContaining("must be after now");
    NewIndicator good = NewIndicator.domain("good.example").allow("t", "d");
    assertThatThrownBy(() -> indicators.importAll(List.of(good, past)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("indicators[1]");
    assertThat(tenant.journal().entries()).isEmpty();
  }

  @Test
  void aRetiredActionIsReadAndNotSent() {
    tenant.indicators().put(NewTenantIndicator.of("Url", "http://old.example", "AlertAndBlock"));
    Indicator old = indicators.list().iterator().next();
    assertThat(old.action()).isEqualTo(IndicatorAction.ALERT_AND_BLOCK);
    assertThatThrownBy(
            () -> NewIndicator.of(old.indicatorType(), "http://a.b", old.action(), "t", "d"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("retired")
        .hasMessageContaining("BlockAndRemediate");
    assertThatThrownBy(
            () ->
                NewIndicator.of(
                    IndicatorType.URL,
                    "http://a.example",
                    IndicatorAction.BLOCK_AND_REMEDIATE,
                    "t",
                    "d"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[Allowed, Audit, Block, Warn]");
  }

  @Test
  void theServicesReasonIsInTheError() {
    tenant.indicators().capacity(1);
    indicators.submit(NewIndicator.domain("a.example").block("t", "d"));
    assertThatThrownBy(() -> indicators.submit(NewIndicator.domain("b.example").block("t", "d")))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("maximum of 1 indicators");
  }

  @Test
  void aFullTenantIsListedInTwoPages() {
    ImportReport report =
        indicators.importAll(
            IntStream.range(0, 15_000)
                .mapToObj(
                    i ->
                        NewIndicator.ipAddress("203.0." + (i >> 8) + "." + (i & 255))
                            .block("t", "d"))
                .toList());
    assertThat(report.isComplete()).isTrue();
    assertThat(tenant.journal().of("indicators.import")).hasSize(30);
    assertThat(tenant.journal().count(429)).isZero();
    assertThat(indicators.list().stream().map(Indicator::id).distinct().count()).isEqualTo(15_000);
    assertThat(tenant.journal().of("indicators.list"))
        .extracting(JournalEntry::status)
        .containsExactly(200, 200);
    assertThat(indicators.list(q -> q.skip(14_000).limit(10)).stream().count()).isEqualTo(10);
  }

  @Test
  void aListIsFiltered() {
    indicators.submit(NewIndicator.domain("oneil.example").block("o'neil", "d").application("a"));
    indicators.submit(NewIndicator.fileMd5("ab".repeat(16)).allow("t", "d"));
    assertThat(titles(q -> q.where(i -> i.title().eq("o'neil")))).containsExactly("o'neil");
    assertThat(titles(q -> q.where(i -> i.indicatorType().eq(IndicatorType.FILE_MD5))))
        .containsExactly("t");
    assertThat(titles(q -> q.where(i -> i.action().ne(IndicatorAction.ALLOWED))))
        .containsExactly("o'neil");
    assertThat(titles(q -> q.where(i -> i.createdBy().eq(tenant.clientId())))).hasSize(2);
    assertThat(
            titles(q -> q.where(i -> i.creationTimeDateTimeUtc().gt(Tenants.NOW.plusSeconds(60)))))
        .isEmpty();
    assertThat(titles(q -> q.whereRaw("application eq 'a'"))).containsExactly("o'neil");
  }

  private List<String> titles(UnaryOperator<IndicatorQuery> query) {
    return indicators.list(query).stream().map(Indicator::title).toList();
  }

  @Test
  void anIndicatorIsDeleted() {
    Indicator one = indicators.submit(NewIndicator.domain("bad.example").block("t", "d"));
    indicators.delete(one.id());
    assertThat(tenant.indicators().all()).isEmpty();
    assertThatThrownBy(() -> indicators.delete(one.id())).isInstanceOf(NotFoundException.class);
  }

  @Test
  void theSecondOfTwoEqualIndicatorsUpdatesTheFirst() {
    NewIndicator one = NewIndicator.domain("Bad.example").block("t", "d");
    assertThat(one)
        .isEqualTo(NewIndicator.domain("bad.EXAMPLE").block("t", "d"))
        .hasSameHashCodeAs(NewIndicator.domain("bad.EXAMPLE").block("t", "d"))
        .isNotEqualTo(one.externalId("1"))
        .hasToString("NewIndicator[DomainName bad.example, Block]");
    String id = indicators.submit(one).id();
    Indicator again = indicators.submit(one.severity(IndicatorSeverity.LOW));
    assertThat(again.id()).isEqualTo(id);
    assertThat(again.severity()).isEqualTo(IndicatorSeverity.LOW);
  }
}
