package dev.defendersdk.indicators.match;

import static dev.defendersdk.indicators.match.Listed.CONTEXT;
import static dev.defendersdk.indicators.match.Listed.MD5;
import static dev.defendersdk.indicators.match.Listed.NOW;
import static dev.defendersdk.indicators.match.Listed.SHA1;
import static dev.defendersdk.indicators.match.Listed.SHA256;
import static dev.defendersdk.indicators.match.Listed.THUMBPRINT;
import static dev.defendersdk.indicators.match.Listed.address;
import static dev.defendersdk.indicators.match.Listed.certificate;
import static dev.defendersdk.indicators.match.Listed.forGroupIds;
import static dev.defendersdk.indicators.match.Listed.forGroups;
import static dev.defendersdk.indicators.match.Listed.indicator;
import static dev.defendersdk.indicators.match.Listed.matcher;
import static dev.defendersdk.indicators.match.Listed.md5;
import static dev.defendersdk.indicators.match.Listed.only;
import static dev.defendersdk.indicators.match.Listed.over;
import static dev.defendersdk.indicators.match.Listed.sha1;
import static dev.defendersdk.indicators.match.Listed.sha256;
import static dev.defendersdk.indicators.match.Listed.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.IndicatorAction;
import dev.defendersdk.indicators.IndicatorType;
import dev.defendersdk.indicators.match.Match.Beaten;
import dev.defendersdk.indicators.match.Match.Reason;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Defender would do, and why; rule by rule. On the network: {@link NetworkMatchTest}; all of
 * them at once: {@link MatcherPropertyTest}.
 */
class IndicatorMatcherTest {

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
