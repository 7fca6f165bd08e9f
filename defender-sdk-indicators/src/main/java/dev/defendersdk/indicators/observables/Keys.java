package dev.defendersdk.indicators.observables;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.argument.Ids;
import dev.defendersdk.indicators.internal.Addresses;
import dev.defendersdk.indicators.internal.Hosts;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for, in the one form in which indicators have it. Those of internal networks too:
 * devices talk to them.
 */
final class Keys {

  private Keys() {}

  /** A domain or host in lower case and punycode. */
  static String domain(@Nullable String domain) {
    String given = Ids.domain(domain);
    String name = Hosts.name(given);
    if (name == null) {
      throw new IllegalArgumentException(
          "domain is "
              + Check.quote(given)
              + ": it must be a domain name of letters, digits and hyphens, of up to 63 characters"
              + " between dots. Pass one such as www.contoso.com, and other letters in punycode.");
    }
    return name;
  }

  /** IPv4 dotted, IPv6 written out; without a zone, which is a device's own word. */
  static String address(@Nullable String ipAddress) {
    String given = Ids.address(ipAddress);
    int zone = given.indexOf('%');
    byte[] address = Addresses.parse(zone < 0 ? given : given.substring(0, zone));
    if (address == null) {
      throw new IllegalArgumentException(
          "ipAddress is "
              + Check.quote(given)
              + ": it must be an IPv4 or IPv6 address, without leading zeros. Pass one such as"
              + " 10.0.0.7.");
    }
    return Addresses.format(address);
  }
}
