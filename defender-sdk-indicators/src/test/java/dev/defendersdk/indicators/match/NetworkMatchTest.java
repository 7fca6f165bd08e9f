package dev.defendersdk.indicators.match;

import static dev.defendersdk.indicators.match.Listed.CONTEXT;
import static dev.defendersdk.indicators.match.Listed.address;
import static dev.defendersdk.indicators.match.Listed.domain;
import static dev.defendersdk.indicators.match.Listed.forGroups;
import static dev.defendersdk.indicators.match.Listed.matcher;
import static dev.defendersdk.indicators.match.Listed.only;
import static dev.defendersdk.indicators.match.Listed.over;
import static dev.defendersdk.indicators.match.Listed.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.IndicatorAction;
import dev.defendersdk.indicators.match.Match.Beaten;
import dev.defendersdk.indicators.match.Match.Reason;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Defender would do with an address, a domain or a URL, however it is written, and why. */
class NetworkMatchTest {

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
}
