package dev.defendersdk.indicators.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.indicators.IndicatorType;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One form of each value, and a clear answer to what is none. */
class ValuesTest {

  private static final int TRIES = Boolean.getBoolean("soak") ? 1_000_000 : 20_000;

  @ParameterizedTest
  @CsvSource({
    "FileSha1, 220E7D15B011D7FAC48F2BD61114DB1022197F7F, 220e7d15b011d7fac48f2bd61114db1022197f7f",
    "FileMd5, 0123456789ABCDEF0123456789abcdef, 0123456789abcdef0123456789abcdef",
    "IpAddress, 203.0.113.7, 203.0.113.7",
    "IpAddress, 2001:4860:4860::8888, 2001:4860:4860:0:0:0:0:8888",
    "IpAddress, 2001:4860:4860:0000:0000:0000:0000:8888, 2001:4860:4860:0:0:0:0:8888",
    "IpAddress, 2001:DB8::, 2001:db8:0:0:0:0:0:0",
    "IpAddress, 1::2, 1:0:0:0:0:0:0:2",
    "IpAddress, 64:ff9b::203.0.113.7, 64:ff9b:0:0:0:0:cb00:7107",
    "IpAddress, ::ffff:203.0.113.7, 203.0.113.7",
    "DomainName, WWW.Contoso.Example., www.contoso.example",
    "DomainName, bücher.example, xn--bcher-kva.example",
    "DomainName, _dmarc.contoso.example, _dmarc.contoso.example",
    "Url, HTTPS://Contoso.Example/Path?Q=A, https://contoso.example/Path?Q=A",
    "Url, http://contoso.example:80/, http://contoso.example",
    "Url, https://contoso.example:8443/a#part, https://contoso.example:8443/a",
    "Url, contoso.example/a/./b/../c, contoso.example/a/c",
    "Url, http://contoso.example/%7euser/%2fa%zz, http://contoso.example/~user/%2Fa%25zz",
    "Url, http://bücher.example/é, http://xn--bcher-kva.example/%C3%A9",
    "Url, http://[2001:db8::1]/a, http://[2001:db8:0:0:0:0:0:1]/a",
    "Url, http://203.0.113.7/a, http://203.0.113.7/a",
  })
  void aValueHasOneForm(String type, String value, String form) {
    IndicatorType of = IndicatorType.of(type);
    assertThat(of.canonical(value)).isEqualTo(form);
    assertThat(of.canonical(form)).as("of the form itself").isEqualTo(form);
    assertThat(of.comparable(value)).isEqualTo(form);
    assertThat(of.problem(value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "IpAddress | 203.0.113.0/24 | range of 256 addresses (CIDR)",
        "IpAddress | 203.0.0.0/16 | range of 65,536 addresses (CIDR)",
        "IpAddress | 2001:db8::/32 | range of 79,228,162,514,264,337,593,543,950,336 addresses",
        "IpAddress | 203.0.113.7/32 | Pass 203.0.113.7.",
        "IpAddress | 203.0.113.* | wildcard",
        "IpAddress | 203.0.113.7-203.0.113.9 | one IPv4 or IPv6 address",
        "IpAddress | 203.0.113.07 | leading zeros",
        "IpAddress | 203.0.113 | one IPv4 or IPv6 address",
        "IpAddress | 1:2:3:4:5:6:7::8 | one IPv4 or IPv6 address",
        "IpAddress | 1::2::3 | one IPv4 or IPv6 address",
        "IpAddress | 10.1.2.3 | a private network (10.0.0.0/8)",
        "IpAddress | 172.31.255.1 | a private network (172.16.0.0/12)",
        "IpAddress | 192.168.0.1 | a private network (192.168.0.0/16)",
        "IpAddress | 100.64.0.1 | the network of a carrier",
        "IpAddress | 127.0.0.1 | the device itself",
        "IpAddress | 169.254.1.1 | a local link",
        "IpAddress | 224.0.0.1 | a multicast group",
        "IpAddress | ::1 | the device itself",
        "IpAddress | fe80::1 | a local link",
        "IpAddress | fd00::1 | a private network (fc00::/7)",
        "IpAddress | 192.0.0.1 | a protocol's own range",
        "IpAddress | 198.19.255.1 | a network for benchmarks",
        "IpAddress | ::10.0.0.1 | a private network (10.0.0.0/8)",
        "IpAddress | 64:ff9b::10.0.0.1 | a private network (10.0.0.0/8)",
        "IpAddress | 2002:a00:1:: | a private network (10.0.0.0/8)",
        "IpAddress | 64:ff9b:1::7 | a local translation",
        "IpAddress | 100::7 | what is discarded",
        "IpAddress | 10.1.2.3/32 | a private network (10.0.0.0/8)",
        "IpAddress | ::ffff:203.0.113.0/120 | range of 256 addresses (CIDR)",
        "IpAddress | ::ffff:203.0.113.7/128 | Pass 203.0.113.7.",
        "Url | http://10.0.0.1/a | a private network (10.0.0.0/8)",
        "Url | http://127.0.0.1 | the device itself",
        "Url | http://[::1]:8080/a | the device itself",
        "Url | http:/evil.example/a | http, https or ftp",
        "Url | C:/Windows/evil.exe | http, https or ftp",
        "Url | ms-settings://x.example | http, https or ftp",
        "Url | view-source.x://evil.example | http, https or ftp",
        "Url | 220e7d15b011d7fac48f2bd61114db1022197f7f | single label",
        "Url | hello | single label",
        "Url | http://localhost/a | single label",
        "Url | http://contoso.example/* | wildcard",
        "Url | http://contoso.example/a?b=* | wildcard",
        "Url | http://faß.example/a | Pass it in punycode",
        "DomainName | faß.example | Pass it in punycode",
        "DomainName | βόλος.example | Pass it in punycode",
        "DomainName | a\u200Db.example | Pass it in punycode",
        "DomainName | a\u200Cb.example | Pass it in punycode",
        "DomainName | 😀.example | Pass it in punycode",
        "IpAddress | ::ffff:10.0.0.1 | a private network (10.0.0.0/8)",
        "FileSha256 | 220e7d15b011d7fac48f2bd61114db1022197f7f | 40 hex digits, as a SHA-1 has",
        "FileSha1 | 220e7d15 | 8 hex digits",
        "FileSha1 | 22:0e | no hex digit",
        "CertificateThumbprint | 0123456789abcdef0123456789abcdef | 40 or 64 hex digits",
        "DomainName | *.contoso.example | Pass contoso.example.",
        "DomainName | https://contoso.example/a | or pass contoso.example.",
        "DomainName | 203.0.113.7 | it is an address",
        "DomainName | localhost | single label",
        "DomainName | a..example | letters, digits and hyphens",
        "DomainName | -a.example | letters, digits and hyphens",
        "Url | gopher://contoso.example | http, https or ftp",
        "Url | http://ada@contoso.example/a | names a user",
        "Url | http://*.contoso.example/a | wildcards in the host",
        "Url | http://contoso.example/a b | blanks escaped",
        "Url | http://contoso.example:99999/a | http, https or ftp",
        "WebCategory | Gambling | no indicator of this type can be submitted",
      })
  void whatTheServiceDoesNotTakeIsRefusedWithTheReason(String type, String value, String reason) {
    IndicatorType of = IndicatorType.of(type);
    assertThatThrownBy(() -> of.canonical(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
    assertThat(of.problem(value)).hasValueSatisfying(why -> assertThat(why).contains(reason));
    assertThat(of.comparable(value))
        .as("entries of old are compared all the same")
        .isEqualTo(value.toLowerCase(Locale.ROOT));
  }

  @Test
  void addressesOutsideThePrivateRangesPass() {
    for (String external : new String[] {"9.1.1.1", "11.1.1.1", "100.63.1.1", "100.128.1.1"}) {
      assertThat(IndicatorType.IP_ADDRESS.problem(external)).isEmpty();
    }
    for (String external : new String[] {"172.15.1.1", "172.32.1.1", "192.167.1.1", "223.1.1.1"}) {
      assertThat(IndicatorType.IP_ADDRESS.problem(external)).isEmpty();
    }
    for (String external :
        new String[] {"192.0.1.1", "198.17.1.1", "198.20.1.1", "2002:cb00:7107::", "101::1"}) {
      assertThat(IndicatorType.IP_ADDRESS.problem(external)).isEmpty();
    }
    // Those of documentation are not reachable either, but examples are made of them.
    for (String example :
        new String[] {"192.0.2.1", "198.51.100.1", "203.0.113.1", "2001:db8::1"}) {
      assertThat(IndicatorType.IP_ADDRESS.problem(example)).isEmpty();
    }
  }

  /** The form of a form is itself, for whatever text passes at all; {@code -Dseed} replays. */
  @Test
  void aFormIsItsOwnForm() {
    long seed = Long.getLong("seed", 20_261_126L);
    Random random = new Random(seed);
    String letters = "aZ09.:/%-_?#[]@é&=~*+ \\2fF";
    IndicatorType[] types = {
      IndicatorType.URL, IndicatorType.DOMAIN_NAME, IndicatorType.IP_ADDRESS, IndicatorType.FILE_MD5
    };
    int passed = 0;
    for (int i = 0; i < TRIES; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "http://a.b/" : "");
      for (int n = random.nextInt(14); n >= 0; n--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      for (IndicatorType type : types) {
        if (type.problem(text.toString()).isEmpty()) {
          passed++;
          String form = type.canonical(text.toString());
          assertThat(type.canonical(form)).as("of " + text + ", seed " + seed).isEqualTo(form);
        }
      }
    }
    assertThat(passed).isGreaterThan(TRIES / 10);
  }
}
