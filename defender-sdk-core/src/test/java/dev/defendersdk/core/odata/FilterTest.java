package dev.defendersdk.core.odata;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterTest {

  private final TextField name = FilterField.text("computerDnsName");
  private final ChoiceField<String> status = FilterField.choice("status");
  private final OrderedField<Instant> seen = FilterField.ordered("lastSeen");
  private final OrderedField<Integer> group = FilterField.ordered("rbacGroupId");

  @Test
  void everyOperatorIsWrittenAsTheServiceReadsIt() {
    assertThat(status.eq("New").expression()).isEqualTo("status eq 'New'");
    assertThat(status.ne("New").expression()).isEqualTo("status ne 'New'");
    assertThat(status.in("New", "Resolved").expression()).isEqualTo("status in ('New','Resolved')");
    assertThat(status.isNull().expression()).isEqualTo("status eq null");
    assertThat(name.startsWith("pc-").expression()).isEqualTo("startswith(computerDnsName,'pc-')");
    assertThat(name.contains("srv").expression()).isEqualTo("contains(computerDnsName,'srv')");
    assertThat(group.ge(140).expression()).isEqualTo("rbacGroupId ge 140");
    Instant time = Instant.parse("2026-11-24T12:00:00.1234567Z");
    assertThat(seen.gt(time).expression()).isEqualTo("lastSeen gt 2026-11-24T12:00:00.1234567Z");
    assertThat(seen.lt(time).expression()).startsWith("lastSeen lt ");
    assertThat(seen.le(time).expression()).startsWith("lastSeen le ");
  }

  @Test
  void valuesThatAreWrittenInSeveralWaysAreSentInOne() {
    ChoiceField<String> inSmall = FilterField.choice("status", text -> text.toLowerCase(ROOT));
    assertThat(inSmall.eq("New").expression()).isEqualTo("status eq 'new'");
    assertThat(inSmall.ne("New").expression()).isEqualTo("status ne 'new'");
    assertThat(inSmall.in("New", "Old").expression()).isEqualTo("status in ('new','old')");
  }

  @Test
  void joinedFiltersKeepTheirMeaning() {
    Filter either = status.eq("New").or(status.eq("InProgress"));
    assertThat(either.and(name.eq("a")).expression())
        .isEqualTo("(status eq 'New' or status eq 'InProgress') and computerDnsName eq 'a'");
    assertThat(Filter.raw("a eq 1 or b eq 2").and(name.eq("a")).expression())
        .isEqualTo("(a eq 1 or b eq 2) and computerDnsName eq 'a'");
  }

  @Test
  void aValueCannotLeaveItsQuotes() {
    assertThat(name.eq("x' or 'a' eq 'a").expression())
        .isEqualTo("computerDnsName eq 'x'' or ''a'' eq ''a'");
  }

  @Test
  void nothingToCompareWithIsRefused() {
    assertThatThrownBy(() -> status.eq(null)).hasMessageContaining("status is null");
    assertThatThrownBy(() -> name.startsWith(" ")).hasMessageContaining("must not be blank");
    assertThatThrownBy(() -> status.in(List.of())).hasMessageContaining("at least one");
  }
}
