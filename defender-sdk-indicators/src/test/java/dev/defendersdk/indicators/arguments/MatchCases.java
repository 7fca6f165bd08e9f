package dev.defendersdk.indicators.arguments;

import dev.defendersdk.core.Json;
import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.match.IndicatorMatcher;
import dev.defendersdk.indicators.match.MatchContext;
import dev.defendersdk.indicators.match.ObservedFile;
import dev.defendersdk.testsupport.arguments.Cases;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Wrong arguments of matching. */
final class MatchCases {

  private static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");
  private static final MatchContext CONTEXT = MatchContext.at(AT);
  private static final Indicator BLOCKED =
      Json.read(
          Indicator.class,
          """
          {"id":"1","indicatorValue":"bad.example","indicatorType":"DomainName","action":"Block"}
          """);

  private MatchCases() {}

  static void fill(Cases cases) {
    cases
        .row("IndicatorMatcher.of(Iterable)", null, List.of(BLOCKED))
        .wrong(0, Arrays.asList(BLOCKED, null), "indicators[1] is null");
    cases.row("MatchContext.at(Instant)", null, AT);
    cases.none("null and blank are no group", "MatchContext.groupName(String)");
    cases.none("any number is an id", "MatchContext.groupId(int)");
    cases.none(
        "null and blank are left out, as logs have them",
        "ObservedFile.ofHash(String)",
        "ObservedFile.ofCertificate(String)",
        "ObservedFile.hash(String)",
        "ObservedFile.certificate(String)");
    cases.none(
        "handed out: its constructor is no promise",
        "new Match(IndicatorAction,Indicator,List)",
        "new Match.Beaten(Indicator,Indicator,Reason)");
    looking(cases, IndicatorMatcher.of(List.of(BLOCKED)).refusingUnreadable());
  }

  private static void looking(Cases cases, IndicatorMatcher matcher) {
    String md5 = "0123456789abcdef0123456789abcdef";
    cases.row(
        "IndicatorMatcher.file(ObservedFile,MatchContext)",
        matcher,
        ObservedFile.ofHash(md5),
        CONTEXT);
    cases
        .row("IndicatorMatcher.hash(String,MatchContext)", matcher, md5, CONTEXT)
        .wrong(0, "0f", "hash is \"0f\"");
    cases
        .row("IndicatorMatcher.certificate(String,MatchContext)", matcher, md5, CONTEXT)
        .wrong(0, "none", "thumbprint is \"none\"");
    cases
        .row("IndicatorMatcher.address(String,MatchContext)", matcher, "203.0.113.7", CONTEXT)
        .wrong(0, "203.0.113.700", "address is \"203.0.113.700\"");
    cases
        .row("IndicatorMatcher.domain(String,MatchContext)", matcher, "bad.example", CONTEXT)
        .wrong(0, "bad..example", "domain is \"bad..example\"");
    cases
        .row("IndicatorMatcher.url(String,MatchContext)", matcher, "http://bad.example/", CONTEXT)
        .wrong(0, "http://", "url is \"http://\"");
  }
}
