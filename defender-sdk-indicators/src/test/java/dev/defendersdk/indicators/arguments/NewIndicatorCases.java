package dev.defendersdk.indicators.arguments;

import dev.defendersdk.indicators.IndicatorAction;
import dev.defendersdk.indicators.IndicatorSeverity;
import dev.defendersdk.indicators.IndicatorType;
import dev.defendersdk.indicators.NewIndicator;
import dev.defendersdk.testsupport.arguments.Cases;
import dev.defendersdk.testsupport.arguments.Cases.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Wrong arguments of indicators to be sent. */
final class NewIndicatorCases {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  private NewIndicatorCases() {}

  static void fill(Cases cases) {
    values(cases);
    starts(cases);
    parts(cases);
  }

  private static void values(Cases cases) {
    hash(cases.row("NewIndicator.fileSha256(String)", null, "ab".repeat(32)));
    hash(cases.row("NewIndicator.fileSha1(String)", null, "ab".repeat(20)));
    hash(cases.row("NewIndicator.fileMd5(String)", null, "ab".repeat(16)));
    hash(cases.row("NewIndicator.certificate(String)", null, "ab".repeat(20)));
    address(cases.row("NewIndicator.ipAddress(String)", null, "203.0.113.7"));
    cases
        .row("NewIndicator.domain(String)", null, "bad.example")
        .blank(0)
        .wrong(0, "*.bad.example")
        .wrong(0, "https://bad.example/a")
        .wrong(0, "localhost");
    cases
        .row("NewIndicator.url(String)", null, "https://bad.example/a")
        .blank(0)
        .wrong(0, "gopher://bad.example")
        .wrong(0, "http:/bad.example/a")
        .wrong(0, "localhost")
        .wrong(0, "https://ada@bad.example/a")
        .wrong(0, "a b");
    cases
        .row(
            "NewIndicator.of(IndicatorType,String,IndicatorAction,String,String)",
            null,
            IndicatorType.URL,
            "https://bad.example/a",
            IndicatorAction.BLOCK,
            "t",
            "d")
        .wrong(0, IndicatorType.of("WebCategory"), "WebCategory")
        .wrong(0, IndicatorType.IP_ADDRESS, "\"https://bad.example/a\"")
        .blank(1)
        .wrong(2, IndicatorAction.BLOCK_AND_REMEDIATE, "BlockAndRemediate")
        .wrong(2, IndicatorAction.ALERT, "retired")
        .wrong(2, IndicatorAction.of("Explode"), "Explode")
        .blank(3)
        .blank(4);
    address(cases.row("IndicatorType.canonical(String)", IndicatorType.IP_ADDRESS, "203.0.113.7"));
    cases.row("IndicatorType.problem(String)", IndicatorType.IP_ADDRESS, "203.0.113.7");
    cases.row("IndicatorType.comparable(String)", IndicatorType.IP_ADDRESS, "203.0.113.7");
  }

  private static Row hash(Row row) {
    return row.blank(0).wrong(0, "abc").wrong(0, "xy".repeat(20)).wrong(0, "ab".repeat(24));
  }

  private static Row address(Row row) {
    return row.blank(0)
        .wrong(0, "203.0.113.0/24")
        .wrong(0, "203.0.113.7/32")
        .wrong(0, "203.0.113.*")
        .wrong(0, "10.1.2.3")
        .wrong(0, "fd00::1")
        .wrong(0, "till-07");
  }

  private static void starts(Cases cases) {
    titled(cases, "allow", NewIndicator.domain("good.example"), "IndicatorStart");
    for (String action : List.of("audit", "warn", "block", "blockAndRemediate")) {
      titled(cases, action, NewIndicator.fileMd5("ab".repeat(16)), "IndicatorStart.File");
    }
    for (String action : List.of("audit", "warn", "block")) {
      titled(cases, action, NewIndicator.domain("bad.example"), "IndicatorStart.Network");
    }
    titled(
        cases,
        "blockAndRemediate",
        NewIndicator.certificate("ab".repeat(20)),
        "IndicatorStart.Certificate");
  }

  private static void titled(Cases cases, String action, Object start, String type) {
    cases.row(type + "." + action + "(String,String)", start, "t", "d").blank(0).blank(1);
  }

  private static void parts(Cases cases) {
    NewIndicator blocked = NewIndicator.url("https://bad.example").block("t", "d");
    NewIndicator audited = NewIndicator.url("https://bad.example").audit("t", "d");
    cases.row("NewIndicator.application(String)", blocked, "a").blank(0);
    cases
        .row("NewIndicator.expiresAt(Instant)", blocked, NOW)
        .wrong(0, Instant.MAX, "must not be after 9999-12-31T23:59:59Z");
    cases
        .row("NewIndicator.expiresAfter(Duration)", blocked, Duration.ofDays(1))
        .wrong(0, Duration.ZERO)
        .wrong(0, Duration.ofDays(-1))
        .wrong(0, Duration.ofDays(40_000));
    cases
        .row("NewIndicator.severity(IndicatorSeverity)", blocked, IndicatorSeverity.LOW)
        .wrong(0, IndicatorSeverity.of("Critical"), "severity is Critical");
    cases.row("NewIndicator.recommendedActions(String)", blocked, "r").blank(0);
    cases.row("NewIndicator.description(String)", blocked, "d").blank(0);
    cases
        .row("NewIndicator.rbacGroupNames(String[])", blocked, (Object) new String[] {"g"})
        .wrong(0, new String[] {" "}, "rbacGroupNames is \" \"");
    cases
        .row("NewIndicator.rbacGroupNames(Collection)", blocked, List.of("g"))
        .wrong(0, Arrays.asList("g", null), "rbacGroupNames[1] is null")
        .wrong(0, List.of(""), "rbacGroupNames is \"\"");
    cases
        .row("NewIndicator.rbacGroupIds(Collection)", blocked, List.of(1))
        .wrong(0, Arrays.asList(1, null), "rbacGroupIds[1] is null");
    cases
        .row("NewIndicator.educateUrl(String)", blocked, "https://help.example")
        .blank(0)
        .wrong(0, "javascript:alert(1)", "http or https")
        .wrong(0, "https://help.example/a b", "http or https")
        .wrong(0, "help.example", "http or https");
    cases.row("NewIndicator.generateAlert(boolean)", audited, true).wrong(0, false);
    cases.row("NewIndicator.externalId(String)", blocked, "4711").blank(0);
    cases
        .row("NewIndicator.asOf(Instant)", blocked.expiresAt(NOW), NOW.minusSeconds(1))
        .wrong(0, NOW)
        .wrong(0, NOW.plusSeconds(1));
  }
}
