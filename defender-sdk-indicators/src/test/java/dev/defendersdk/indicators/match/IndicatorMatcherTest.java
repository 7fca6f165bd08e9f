package dev.defendersdk.indicators.match;

import static dev.defendersdk.indicators.match.Listed.forGroupIds;
import static dev.defendersdk.indicators.match.Listed.forGroups;
import static dev.defendersdk.indicators.match.Listed.indicator;
import static dev.defendersdk.indicators.match.Listed.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.IndicatorAction;
import dev.defendersdk.indicators.IndicatorType;
import dev.defendersdk.indicators.match.Match.Beaten;
import dev.defendersdk.indicators.match.Match.Reason;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Defender would do, and why; rule by rule. All of them at once: {@link MatcherPropertyTest}.
 */
class IndicatorMatcherTest {

  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private static final MatchContext CONTEXT = MatchContext.at(NOW);

  private static final String SHA256 = "0a".repeat(32);
  private static final String SHA1 = "0b".repeat(20);
  private static final String MD5 = "0c".repeat(16);
  private static final String THUMBPRINT = "0d".repeat(20);

  private static Indicator sha256(IndicatorAction action) {
    return indicator("sha256", IndicatorType.FILE_SHA256, SHA256, action);
  }

  private static Indicator sha1(IndicatorAction action) {
    return indicator("sha1", IndicatorType.FILE_SHA1, SHA1, action);
  }

  private static Indicator md5(IndicatorAction action) {
    return indicator("md5", IndicatorType.FILE_MD5, MD5, action);
  }

  private static Indicator certificate(IndicatorAction action) {
    return indicator("certificate", IndicatorType.CERTIFICATE_THUMBPRINT, THUMBPRINT, action);
  }

  private static Indicator address(String value, IndicatorAction action) {
    return indicator("address", IndicatorType.IP_ADDRESS, value, action);
  }

  private static Indicator domain(String value, IndicatorAction action) {
    return indicator("domain " + value, IndicatorType.DOMAIN_NAME, value, action);
  }

  private static Indicator url(String value, IndicatorAction action) {
    return indicator("url " + value, IndicatorType.URL, value, action);
  }

  private static IndicatorMatcher matcher(Indicator... indicators) {
    return IndicatorMatcher.of(List.of(indicators));
  }

  private static Match only(Indicator indicator) {
    return new Match(indicator.action(), indicator, List.of());
  }

  private static Match over(Indicator winner, Indicator loser, Reason reason) {
    return new Match(winner.action(), winner, List.of(new Beaten(loser, winner, reason)));
  }

  @Nested
  class Files {

    private final ObservedFile file =
        ObservedFile.ofHash(SHA256).hash(SHA1).hash(MD5).certificate(THUMBPRINT);

    @Test
    void theLongestHashDecidesWhateverTheGroup() {
      Indicator allow = sha256(IndicatorAction.ALLOWED);
      Indicator block = forGroups(md5(IndicatorAction.BLOCK), "Servers");
      assertThat(matcher(block, allow).file(file, CONTEXT.groupName("Servers")))
          .contains(over(allow, block, Reason.SHORTER_HASH));
    }

    @Test
    void theDevicesGroupGoesBeforeAllDevices() {
      Indicator block = sha1(IndicatorAction.BLOCK);
      Indicator allow = forGroups(sha1(IndicatorAction.ALLOWED), "Servers", "Kiosks");
      IndicatorMatcher matcher = matcher(block, allow);
      assertThat(matcher.hash(SHA1, CONTEXT.groupName("servers")))
          .contains(over(allow, block, Reason.ALL_DEVICES));
      assertThat(matcher.hash(SHA1, CONTEXT.groupName("Laptops"))).contains(only(block));
      assertThat(matcher.hash(SHA1, CONTEXT)).contains(only(block));
    }

    @Test
    void aGroupIsKnownByItsIdAsWell() {
      Indicator block = forGroupIds(sha1(IndicatorAction.BLOCK), 7);
      assertThat(matcher(block).hash(SHA1, CONTEXT.groupId(7))).contains(only(block));
      assertThat(matcher(block).hash(SHA1, CONTEXT.groupId(8))).isEmpty();
      assertThat(matcher(block).hash(SHA1, CONTEXT.groupName("7"))).isEmpty();
    }

    @Test
    void aDeviceWithoutAGroupIsOfNone() {
      Indicator block = sha1(IndicatorAction.BLOCK);
      Indicator allow = forGroups(sha1(IndicatorAction.ALLOWED), "Servers", " ");
      MatchContext context = CONTEXT.groupName("Servers");
      for (String none : Arrays.asList(null, "", " ")) {
        assertThat(matcher(block, allow).hash(SHA1, context.groupName(none))).contains(only(block));
      }
    }

    @Test
    void blockGoesBeforeAllow() {
      Indicator allow = sha256(IndicatorAction.ALLOWED);
      Indicator block = sha256(IndicatorAction.BLOCK_AND_REMEDIATE);
      assertThat(matcher(allow, block).file(file, CONTEXT))
          .contains(over(block, allow, Reason.ACTION));
    }

    @Test
    void auditDecidesOnlyIfNothingElseDoes() {
      Indicator audit = sha256(IndicatorAction.AUDIT);
      Indicator allow = sha256(IndicatorAction.ALLOWED);
      assertThat(matcher(audit, allow).file(file, CONTEXT))
          .contains(over(allow, audit, Reason.ACTION));
      assertThat(matcher(audit).file(file, CONTEXT)).contains(only(audit));
    }

    @Test
    void auditOfALongerHashSwitchesNoBlockOff() {
      Indicator audit = sha256(IndicatorAction.AUDIT);
      Indicator block = md5(IndicatorAction.BLOCK);
      assertThat(matcher(audit, block).file(file, CONTEXT))
          .contains(over(block, audit, Reason.ACTION));
    }

    @Test
    void auditForAGroupSwitchesNoBlockOff() {
      Indicator audit = forGroups(sha1(IndicatorAction.AUDIT), "Servers");
      Indicator block = sha1(IndicatorAction.BLOCK);
      assertThat(matcher(audit, block).hash(SHA1, CONTEXT.groupName("Servers")))
          .contains(over(block, audit, Reason.ACTION));
    }

    @Test
    void anActionThatIsNotKnownSwitchesNoBlockOff() {
      Indicator unknown = sha256(IndicatorAction.of("Sandbox"));
      Indicator block = md5(IndicatorAction.BLOCK);
      Indicator audit = md5(IndicatorAction.AUDIT);
      assertThat(matcher(unknown, block).file(file, CONTEXT))
          .contains(over(block, unknown, Reason.ACTION));
      assertThat(matcher(audit, unknown).file(file, CONTEXT))
          .contains(over(unknown, audit, Reason.SHORTER_HASH));
    }

    @Test
    void theCertificatesBlockGoesBeforeTheHashesAllow() {
      Indicator block = certificate(IndicatorAction.BLOCK_AND_REMEDIATE);
      Indicator allow = sha256(IndicatorAction.ALLOWED);
      Indicator warn = sha1(IndicatorAction.WARN);
      assertThat(matcher(allow, warn, block).file(file, CONTEXT))
          .contains(
              new Match(
                  IndicatorAction.BLOCK_AND_REMEDIATE,
                  block,
                  List.of(
                      new Beaten(allow, block, Reason.ACTION),
                      new Beaten(warn, allow, Reason.SHORTER_HASH))));
    }

    @Test
    void aHashIsReadInAColumnThatIsPadded() {
      Indicator md5 = md5(IndicatorAction.BLOCK);
      Indicator sha1 = sha1(IndicatorAction.BLOCK);
      IndicatorMatcher matcher = matcher(md5, sha1).refusingUnreadable();
      assertThat(matcher.hash(MD5 + " ".repeat(8), CONTEXT)).contains(only(md5));
      assertThat(matcher.hash(" ".repeat(8) + MD5, CONTEXT)).contains(only(md5));
      assertThat(matcher.hash(MD5 + "\u2003".repeat(32), CONTEXT)).contains(only(md5));
      assertThat(matcher.hash(SHA1 + " ".repeat(24), CONTEXT)).contains(only(sha1));
    }

    @Test
    void aThumbprintIsNoHashOfAFile() {
      IndicatorMatcher matcher = matcher(certificate(IndicatorAction.ALLOWED));
      assertThat(matcher.hash(THUMBPRINT, CONTEXT)).isEmpty();
      assertThat(matcher.certificate(THUMBPRINT, CONTEXT)).isPresent();
    }

    @Test
    void aRetiredActionIsTheOneThatTookItsPlace() {
      Indicator retired = sha256(IndicatorAction.ALERT_AND_BLOCK);
      assertThat(matcher(retired).hash(SHA256, CONTEXT).orElseThrow().action())
          .isEqualTo(IndicatorAction.BLOCK_AND_REMEDIATE);
    }

    @Test
    void twoThatSayTheSameAreToldByTheirPlaceInTheList() {
      Indicator first = sha256(IndicatorAction.BLOCK);
      Indicator second =
          indicator("second", IndicatorType.FILE_SHA256, SHA256, IndicatorAction.BLOCK);
      assertThat(matcher(first, second).hash(SHA256, CONTEXT))
          .contains(over(first, second, Reason.SAME));
    }
  }

  @Nested
  class Network {

    @Test
    void allowGoesBeforeWarnAndWarnBeforeBlock() {
      Indicator block = domain("contoso.com", IndicatorAction.BLOCK);
      Indicator warn = domain("contoso.com", IndicatorAction.WARN);
      Indicator allow = domain("contoso.com", IndicatorAction.ALLOWED);
      assertThat(matcher(block, warn, allow).domain("contoso.com", CONTEXT))
          .contains(
              new Match(
                  IndicatorAction.ALLOWED,
                  allow,
                  List.of(
                      new Beaten(warn, allow, Reason.ACTION),
                      new Beaten(block, allow, Reason.ACTION))));
    }

    @Test
    void theLongerPathDecides() {
      Indicator all = url("https://support.microsoft.com", IndicatorAction.ALLOWED);
      Indicator office = url("https://support.microsoft.com/office", IndicatorAction.BLOCK);
      IndicatorMatcher matcher = matcher(all, office);
      String seen = "https://support.microsoft.com/office/excel?lang=en";
      assertThat(matcher.url(seen, CONTEXT.inEdge()))
          .contains(over(office, all, Reason.SHORTER_PATH));
      assertThat(matcher.url("https://support.microsoft.com/officer", CONTEXT.inEdge()))
          .contains(only(all));
    }

    @Test
    void theActionDecidesBetweenAUrlAndADomain() {
      Indicator domain = domain("contoso.com", IndicatorAction.ALLOWED);
      Indicator all = url("http://contoso.com", IndicatorAction.WARN);
      Indicator path = url("http://contoso.com/a", IndicatorAction.BLOCK);
      assertThat(matcher(path, all, domain).url("http://contoso.com/a", CONTEXT))
          .contains(
              new Match(
                  IndicatorAction.ALLOWED,
                  domain,
                  List.of(
                      new Beaten(path, domain, Reason.ACTION),
                      new Beaten(all, path, Reason.SHORTER_PATH))));
    }

    @Test
    void ofAUrlAndADomainThatSayTheSameTheUrlIsNamed() {
      Indicator domain = domain("contoso.com", IndicatorAction.BLOCK);
      Indicator url = url("http://contoso.com/a", IndicatorAction.BLOCK);
      assertThat(matcher(domain, url).url("http://contoso.com/a", CONTEXT))
          .contains(over(url, domain, Reason.SAME));
    }

    @Test
    void auditOfALongerPathSwitchesNoBlockOff() {
      Indicator audit = url("contoso.com/a", IndicatorAction.AUDIT);
      Indicator unknown = url("contoso.com/a", IndicatorAction.of("Sandbox"));
      Indicator domain = domain("contoso.com", IndicatorAction.BLOCK);
      Indicator url = url("contoso.com", IndicatorAction.BLOCK);
      for (Indicator block : List.of(domain, url)) {
        assertThat(matcher(audit, block).url("http://contoso.com/a", CONTEXT))
            .contains(over(block, audit, Reason.ACTION));
        assertThat(matcher(unknown, block).url("http://contoso.com/a", CONTEXT))
            .contains(over(block, unknown, Reason.ACTION));
      }
    }

    @Test
    void httpsPathsAreSeenInEdgeAlone() {
      Indicator block = url("https://contoso.com/evil", IndicatorAction.BLOCK);
      IndicatorMatcher matcher = matcher(block);
      assertThat(matcher.url("https://contoso.com/evil/x", CONTEXT.inEdge())).contains(only(block));
      assertThat(matcher.url("https://contoso.com/evil/x", CONTEXT)).isEmpty();
      assertThat(matcher.url("http://contoso.com/evil/x", CONTEXT)).contains(only(block));
    }

    @Test
    void elsewhereHttpsIsMatchedByItsHost() {
      Indicator host = url("https://contoso.com/", IndicatorAction.BLOCK);
      assertThat(matcher(host).url("https://contoso.com/evil/x", CONTEXT)).contains(only(host));
      assertThat(matcher(host).domain("contoso.com", CONTEXT)).contains(only(host));
      assertThat(matcher(host).domain("www.contoso.com", CONTEXT)).isEmpty();
    }

    @Test
    void aDomainHoldsForAllBelowIt() {
      Indicator block = domain("contoso.com", IndicatorAction.BLOCK);
      IndicatorMatcher matcher = matcher(block);
      assertThat(matcher.domain("a.b.contoso.com", CONTEXT)).contains(only(block));
      assertThat(matcher.url("https://a.contoso.com/path", CONTEXT)).contains(only(block));
      assertThat(matcher.domain("notcontoso.com", CONTEXT)).isEmpty();
      assertThat(matcher.domain("com", CONTEXT)).isEmpty();
    }

    @Test
    void theActionDecidesBetweenADomainAndOneBelowIt() {
      Indicator above = domain("contoso.com", IndicatorAction.ALLOWED);
      Indicator below = domain("evil.contoso.com", IndicatorAction.BLOCK);
      assertThat(matcher(below, above).domain("evil.contoso.com", CONTEXT))
          .contains(over(above, below, Reason.ACTION));
    }

    @Test
    void anAddressHoldsForUrlsOnIt() {
      Indicator block = address("203.0.113.7", IndicatorAction.BLOCK);
      assertThat(matcher(block).url("http://203.0.113.7:8080/x", CONTEXT)).contains(only(block));
      assertThat(matcher(block).domain("203.0.113.7", CONTEXT)).contains(only(block));
    }

    @Test
    void anAddressIsAnsweredAlikeByWhateverIsAsked() {
      Indicator block = url("http://203.0.113.7/", IndicatorAction.BLOCK);
      Indicator ported = url("http://203.0.113.8:8080", IndicatorAction.BLOCK);
      IndicatorMatcher matcher =
          matcher(block, ported, url("http://203.0.113.7/a", IndicatorAction.ALLOWED))
              .refusingUnreadable();
      for (String seen :
          List.of("203.0.113.7", "203.0.113.7.", "203.0.113.7:9", "::ffff:cb00:7107")) {
        assertThat(matcher.address(seen, CONTEXT)).as(seen).contains(only(block));
        assertThat(matcher.domain(seen, CONTEXT)).as(seen).contains(only(block));
      }
      assertThat(matcher.address("203.0.113.8:8080", CONTEXT)).contains(only(ported));
      assertThat(matcher.domain("203.0.113.8:8080", CONTEXT)).contains(only(ported));
      assertThat(matcher.address("203.0.113.8", CONTEXT)).isEmpty();
    }

    @Test
    void anAddressEndsBeforeThePath() {
      Indicator block = address("::ffff:1234", IndicatorAction.BLOCK);
      assertThat(matcher(block).url("http://[::ffff:1234]/a", CONTEXT)).contains(only(block));
      assertThat(matcher(block).url("http://[::ffff:1234]/a.b", CONTEXT)).contains(only(block));
    }

    @Test
    void aPortThatIsNotTheSchemesIsCompared() {
      Indicator block = url("http://contoso.com:8080/x", IndicatorAction.BLOCK);
      assertThat(matcher(block).url("http://contoso.com:8080/x", CONTEXT)).contains(only(block));
      assertThat(matcher(block).url("http://contoso.com/x", CONTEXT)).isEmpty();
    }

    @Test
    void withoutASchemePort443IsHttps() {
      Indicator block = url("contoso.com/a", IndicatorAction.BLOCK);
      assertThat(matcher(block).url("contoso.com:443/a/b", CONTEXT)).isEmpty();
      assertThat(matcher(block).url("contoso.com:443/a/b", CONTEXT.inEdge())).contains(only(block));
      assertThat(matcher(block).url("contoso.com:80/a/b", CONTEXT)).contains(only(block));
    }

    @Test
    void aQueryHoldsForThoseThatGoOnWithAnotherMember() {
      Indicator block = url("http://contoso.com/a?x=1", IndicatorAction.BLOCK);
      assertThat(matcher(block).url("http://contoso.com/a?x=1&y=2", CONTEXT)).contains(only(block));
      assertThat(matcher(block).url("http://contoso.com/a?x=12", CONTEXT)).isEmpty();
      assertThat(matcher(block).url("http://contoso.com/a?x=1/2", CONTEXT)).isEmpty();
    }

    @Test
    void pathsOfFtpAreSeen() {
      Indicator block = url("ftp://contoso.com:21/a", IndicatorAction.BLOCK);
      assertThat(matcher(block).url("ftp://contoso.com/a/b", CONTEXT)).contains(only(block));
      assertThat(matcher(block).url("ftp://contoso.com/b", CONTEXT)).isEmpty();
    }

    @Test
    void noGroupGoesBeforeAnother() {
      Indicator block = forGroups(domain("contoso.com", IndicatorAction.BLOCK), "Servers");
      Indicator allow = domain("contoso.com", IndicatorAction.ALLOWED);
      assertThat(matcher(block, allow).domain("contoso.com", CONTEXT.groupName("Servers")))
          .contains(over(allow, block, Reason.ACTION));
    }
  }

  @Nested
  class Spellings {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://contoso.com/a%20b/c",
          "HTTP://CONTOSO.COM/a%20b/c",
          "http://contoso.com.:80/a%20b/c/",
          "http://user:word@contoso.com/a%20b/c?x=1#/y",
          "http://good.example@contoso.com/a b/c/d",
          "http://www.good.example\\@contoso.com/a b/c",
          "http:\\\\contoso.com\\a b\\c",
          "http://contoso.com/x/../a%20b/./%63",
          " contoso.com/a%20b/c\n",
          "//contoso.com/a%20b/c",
          "http://%63ontoso.com/a%20b/c",
        })
    void ofOneUrl(String seen) {
      IndicatorMatcher matcher =
          matcher(
              url("http://contoso.com/a%20b/c", IndicatorAction.BLOCK),
              domain("www.good.example", IndicatorAction.ALLOWED));
      // A browser ends the host at a backslash.
      boolean other = seen.contains("\\@");
      assertThat(matcher.url(seen, CONTEXT).map(Match::action))
          .contains(other ? IndicatorAction.ALLOWED : IndicatorAction.BLOCK);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http:/contoso.com/x",
          "http:contoso.com/x",
          "http:///contoso.com/x",
          "HTTP:/\t/contoso.com/x",
          "http:\\/\\contoso.com/x",
          "ht\ntp:/contoso.com/x",
          "https:contoso.com/x",
          "ftp:/contoso.com/x",
          "alice@contoso.com/x"
        })
    void asBrowsersOpenThem(String seen) {
      Indicator block = domain("contoso.com", IndicatorAction.BLOCK);
      assertThat(matcher(block).refusingUnreadable().url(seen, CONTEXT)).contains(only(block));
    }

    @Test
    void anAddressOfMailIsNoHostAndNoUrl() {
      Indicator block = domain("contoso.com", IndicatorAction.BLOCK);
      IndicatorMatcher refusing = matcher(block).refusingUnreadable();
      for (String text :
          List.of("alice@contoso.com", "//contoso.com", "alice:x@contoso.com", "a@é.contoso.com")) {
        assertThat(matcher(block).domain(text, CONTEXT)).isEmpty();
        assertThatIllegalArgumentException()
            .as(text)
            .isThrownBy(() -> refusing.domain(text, CONTEXT));
      }
      assertThat(matcher(block).url("mailto:alice@contoso.com", CONTEXT)).isEmpty();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> refusing.url("mailto:alice@contoso.com", CONTEXT));
      Indicator mail = domain("alice@contoso.com", IndicatorAction.BLOCK);
      assertThat(matcher(mail).unusable()).containsExactly(mail);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "😀.contoso.com",
          "a~b.contoso.com",
          "*.contoso.com",
          "-.a~b.www.contoso.com",
          "a..contoso.com",
          ".contoso.com",
          "%ff.contoso.com",
          "ééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé.contoso.com"
        })
    void theDomainAboveALabelThatCannotBeReadHolds(String seen) {
      Indicator block = domain("contoso.com", IndicatorAction.BLOCK);
      IndicatorMatcher matcher =
          matcher(
              block,
              url("http://contoso.com", IndicatorAction.ALLOWED),
              domain("b.contoso.com", IndicatorAction.ALLOWED));
      assertThat(matcher.url("http://" + seen + "/", CONTEXT)).contains(only(block));
      assertThat(matcher.url("https://u@" + seen + ":8443/x?y", CONTEXT)).contains(only(block));
      assertThat(matcher.domain(seen, CONTEXT)).contains(only(block));
      assertThat(matcher.domain("contoso.com." + seen.replace("contoso.com", "~"), CONTEXT))
          .isEmpty();
    }

    @Test
    void newerLettersAreReadAsPunycode() {
      Indicator block = url("http://xn--e28h.contoso.com/x", IndicatorAction.BLOCK);
      assertThat(
              matcher(block).refusingUnreadable().url("http://\uD83D\uDE00.contoso.com/x", CONTEXT))
          .contains(only(block));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "bücher.example",
          "BÜCHER.EXAMPLE.",
          "xn--bcher-kva.example",
          "b\u0075\u0308cher.example:443"
        })
    void ofOneName(String seen) {
      assertThat(matcher(domain("bücher.example", IndicatorAction.BLOCK)).domain(seen, CONTEXT))
          .isPresent();
      assertThat(
              matcher(domain("xn--bcher-kva.example", IndicatorAction.BLOCK)).domain(seen, CONTEXT))
          .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "2001:db8:0:0:0:0:0:7",
          "2001:DB8::7",
          "2001:0db8:0000:0000:0000:0000:0000:0007",
          "2001:db8::0.0.0.7",
          "2001:db8::7%eth0",
          "[2001:db8::7]:443",
          " 2001:db8::7 "
        })
    void ofOneAddress(String seen) {
      assertThat(
              matcher(address("2001:db8:0:0:0:0:0:7", IndicatorAction.BLOCK))
                  .address(seen, CONTEXT))
          .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "3405803783",
          "0xCB007107",
          "0XCB.0x0.0x7107",
          "203.0.28935",
          "0313.0.0161.7",
          "203.0.113.007.",
          "２０３.0.113.7",
          "203。0。113。7"
        })
    void ofOneIpv4AddressInUrls(String seen) {
      Indicator block = address("203.0.113.7", IndicatorAction.BLOCK);
      IndicatorMatcher matcher = matcher(block, domain(seen, IndicatorAction.ALLOWED));
      assertThat(matcher.unusable()).hasSize(1);
      assertThat(matcher.refusingUnreadable().url("http://" + seen + ":8080/a", CONTEXT))
          .contains(only(block));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> matcher.refusingUnreadable().address(seen, CONTEXT));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "1.2.3.256",
          "1.2.3.08",
          "4294967296",
          "1.2.3.4.5",
          "1.2.65536.4",
          "a.b.7",
          "a.0x",
          "203..7",
          "~.1"
        })
    void whatEndsWithANumberIsAnAddressOrNothing(String seen) {
      Indicator domain = domain(seen, IndicatorAction.BLOCK);
      Indicator url = url("http://" + seen + "/a", IndicatorAction.BLOCK);
      IndicatorMatcher matcher = matcher(domain, url);
      assertThat(matcher.unusable()).containsExactly(domain, url);
      assertThat(matcher.url("http://" + seen + "/a", CONTEXT)).isEmpty();
      IndicatorMatcher refusing = matcher.refusingUnreadable();
      assertThatIllegalArgumentException().isThrownBy(() -> refusing.domain(seen, CONTEXT));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> refusing.url("http://" + seen + "/a", CONTEXT));
    }

    @Test
    void aNameMayEndWithALabelThatBeginsWithADigit() {
      Indicator block = domain("www.7up", IndicatorAction.BLOCK);
      assertThat(matcher(block).refusingUnreadable().url("http://a.www.7up/", CONTEXT))
          .contains(only(block));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "203.0.113.7",
          "::ffff:203.0.113.7",
          "::FFFF:cb00:7107",
          "0:0:0:0:0:ffff:203.0.113.7",
          "0000:0000:0000:0000:0000:FFFF:CB00:7107",
          "203.0.113.7:53",
          "203.0.113.7 "
        })
    void ofOneIpv4Address(String seen) {
      assertThat(matcher(address("203.0.113.7", IndicatorAction.BLOCK)).address(seen, CONTEXT))
          .isPresent();
    }
  }

  @Nested
  class Times {

    @Test
    void anIndicatorIsGoneAtItsExpirationTime() {
      Indicator block = until(sha256(IndicatorAction.BLOCK), NOW);
      assertThat(matcher(block).hash(SHA256, MatchContext.at(NOW.minusNanos(100))))
          .contains(only(block));
      assertThat(matcher(block).hash(SHA256, CONTEXT)).isEmpty();
    }

    @Test
    void oneThatIsGoneBeatsNobody() {
      Indicator block = until(sha256(IndicatorAction.BLOCK), NOW);
      Indicator allow = md5(IndicatorAction.ALLOWED);
      assertThat(matcher(block, allow).file(ObservedFile.ofHash(SHA256).hash(MD5), CONTEXT))
          .contains(only(allow));
    }
  }

  @Nested
  class Unreadable {

    private final IndicatorMatcher matcher = matcher(sha256(IndicatorAction.BLOCK));
    private final IndicatorMatcher refusing = matcher.refusingUnreadable();

    @Test
    void hasNoMatch() {
      assertThat(matcher.hash("not a hash", CONTEXT)).isEmpty();
      // Of the length of a hash, but of one byte less where it is written in bytes.
      assertThat(matcher.hash("0".repeat(62) + "\uD83D\uDE00", CONTEXT)).isEmpty();
      assertThat(matcher.hash("\uD83D\uDE00".repeat(16), CONTEXT)).isEmpty();
      // Bits of its characters are those of digits.
      assertThat(matcher.hash(SHA256.replace('0', '\u0010'), CONTEXT)).isEmpty();
      assertThat(matcher.hash(null, CONTEXT)).isEmpty();
      assertThat(matcher.address("10.0.0.0/8", CONTEXT)).isEmpty();
      assertThat(matcher.domain("*.contoso.com", CONTEXT)).isEmpty();
      assertThat(matcher.url("http:// ", CONTEXT)).isEmpty();
      assertThat(matcher.url(null, CONTEXT)).isEmpty();
    }

    @Test
    void orIsRefusedByChoice() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> refusing.hash(SHA256.substring(1), CONTEXT))
          .withMessage(
              "hash is \"%s\": it must have 64 hex digits (SHA-256), 40 (SHA-1) or 32 (MD5). Pass"
                  + " one of these, without separators.",
              SHA256.substring(1));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> refusing.certificate("", CONTEXT))
          .withMessageStartingWith("thumbprint is \"\": it must have 64 hex digits");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> refusing.address("10.0.0.0/8", CONTEXT))
          .withMessage(
              "address is \"10.0.0.0/8\": it must be one IPv4 or IPv6 address. Pass one such as"
                  + " 203.0.113.7.");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> refusing.domain("*.contoso.com", CONTEXT))
          .withMessage(
              "domain is \"*.contoso.com\": it must be the name of a host. Pass one such as"
                  + " www.contoso.com.");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> refusing.url("http://a..b/", CONTEXT))
          .withMessage(
              "url is \"http://a..b/\": it must be a URL, or a host and a path. Pass one such as"
                  + " http://contoso.com/path.");
      assertThatIllegalArgumentException().isThrownBy(() -> refusing.address(null, CONTEXT));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.04", "1", ".", "::ffff:1.2.3", ":"})
    void addressesOfDigitsAndDotsAreReadToo(String address) {
      assertThat(matcher.address(address, CONTEXT)).isEmpty();
      assertThatIllegalArgumentException().isThrownBy(() -> refusing.address(address, CONTEXT));
    }

    @Test
    void whatIsReadableAndUnknownIsNot() {
      assertThat(refusing.hash(MD5, CONTEXT)).isEmpty();
      assertThat(refusing.address("203.0.113.7", CONTEXT)).isEmpty();
      assertThat(refusing.address("::1", CONTEXT)).isEmpty();
      assertThat(refusing.domain("contoso.com", CONTEXT)).isEmpty();
      assertThat(refusing.url("https://contoso.com", CONTEXT)).isEmpty();
    }
  }

  @Test
  void indicatorsThatCanDecideNothingAreNamed() {
    List<Indicator> unusable =
        List.of(
            indicator("1", IndicatorType.FILE_SHA256, SHA1, IndicatorAction.BLOCK),
            indicator("2", IndicatorType.IP_ADDRESS, "10.0.0.0/8", IndicatorAction.BLOCK),
            indicator("3", IndicatorType.DOMAIN_NAME, "*.contoso.com", IndicatorAction.BLOCK),
            indicator("4", IndicatorType.URL, "http://", IndicatorAction.BLOCK),
            indicator("9", IndicatorType.CERTIFICATE_THUMBPRINT, MD5, IndicatorAction.BLOCK),
            indicator("5", IndicatorType.WEB_CATEGORY, "7", IndicatorAction.BLOCK),
            indicator("6", IndicatorType.of("Mutex"), "x", IndicatorAction.BLOCK),
            indicator(Map.of("id", "7", "indicatorType", "Url", "action", "Block")),
            indicator(Map.of("id", "8", "indicatorType", "FileMd5", "indicatorValue", MD5)));
    assertThat(IndicatorMatcher.of(unusable).unusable()).isEqualTo(unusable);
    assertThat(matcher(sha256(IndicatorAction.BLOCK)).unusable()).isEmpty();
  }

  @Test
  void aListWithANullIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IndicatorMatcher.of(Collections.singletonList(null)))
        .withMessage("indicators[0] is null: it must be given. Pass a value.");
    assertThat(IndicatorMatcher.of(Arrays.asList()).hash(SHA256, CONTEXT)).isEmpty();
  }

  @Test
  void aMatchIsShownWithItsReasons() {
    Indicator block = sha256(IndicatorAction.BLOCK);
    Indicator allow = sha256(IndicatorAction.ALLOWED);
    assertThat(matcher(allow, block).hash(SHA256, CONTEXT).orElseThrow())
        .hasToString(
            "Match[Block by Indicator[sha256, FileSha256 %s, Block], over Indicator[sha256,"
                + " FileSha256 %s, Allowed]: ACTION]",
            SHA256, SHA256);
  }
}
