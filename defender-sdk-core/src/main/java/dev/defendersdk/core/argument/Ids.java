package dev.defendersdk.core.argument;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of the ids that calls carry. */
public final class Ids {

  // Mostly 40 hex digits, but a page shows 32 (machines.md): the length is left to the service. A
  // GUID is the device's id in Entra ID, which no call of this API takes.
  private static final Pattern MACHINE = Pattern.compile("[0-9A-Fa-f]{1,128}");
  private static final Pattern ACTION = Pattern.compile("[0-9A-Za-z_-]{1,128}");
  // Dots alone would be another path.
  private static final Pattern OPAQUE = Pattern.compile("(?!\\.+$)[0-9A-Za-z_.:-]{1,256}");
  private static final Pattern GUID =
      Pattern.compile("\\{?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}?");

  private static final Pattern SHA1 = Pattern.compile("[0-9A-Fa-f]{40}");
  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]+");
  // What an account name of Windows cannot hold.
  private static final Pattern NO_ACCOUNT_NAME = Pattern.compile("[\"/\\\\\\[\\]:;|=,+*?<>@]");

  private static final Pattern NO_DOMAIN = Pattern.compile("[\\s\\p{Cntrl}/\\\\:@?#\\[\\]]");

  private static final Pattern IP_V4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");
  private static final Pattern IP_V6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]+");
  private static final Pattern ZONE = Pattern.compile("%[0-9A-Za-z._-]+$");

  private Ids() {}

  /** A machine id: not a name, and not an id of Entra ID. */
  public static String machine(@Nullable String machineId) {
    String id = Check.notBlank(machineId, "machineId");
    if (GUID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "machineId is "
              + Check.quote(id)
              + ": it looks like the device's id in Entra ID, but must be the machine id of Defender."
              + " Find the machine by its aadDeviceId and pass its id().");
    }
    if (!MACHINE.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "machineId is "
              + Check.quote(id)
              + ": it must consist of hex digits, as Machine.id() has them. Pass that.");
    }
    return id;
  }

  /** An action id: mostly a GUID, but a page shows others, so it is taken as opaque text. */
  public static String action(@Nullable String actionId) {
    String id = Check.notBlank(actionId, "actionId");
    if (!ACTION.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "actionId is "
              + Check.quote(id)
              + ": it must consist of letters, digits, hyphens and underscores, as"
              + " MachineAction.id() has them. Pass that.");
    }
    return id;
  }

  /**
   * An id that the service gives and no page describes: up to 256 letters, digits, hyphens,
   * underscores, dots and colons, but not dots alone.
   *
   * @param from where a caller has it from, such as {@code Investigation.id()}
   */
  public static String opaque(@Nullable String id, String name, String from) {
    String given = Check.notBlank(id, name);
    if (!OPAQUE.matcher(given).matches()) {
      throw new IllegalArgumentException(
          name
              + " is "
              + Check.quote(given)
              + ": it must consist of up to 256 letters, digits, hyphens, underscores, dots and"
              + " colons, and not of dots alone, as "
              + from
              + " has them. Pass that.");
    }
    return given;
  }

  /** Ids for one call, each checked as {@link #opaque} does. No page bounds their number. */
  public static List<String> opaque(@Nullable Collection<String> ids, String name, String from) {
    List<String> given = Check.size(ids, Integer.MAX_VALUE, name);
    for (int i = 0; i < given.size(); i++) {
      String unused = opaque(given.get(i), name + "[" + i + "]", from);
    }
    return given;
  }

  /** Machine ids for one call, each checked, up to the most that it carries. */
  public static List<String> machines(@Nullable Collection<String> machineIds, int most) {
    List<String> ids = Check.size(machineIds, most, "machineIds");
    ids.forEach(Ids::machine);
    return ids;
  }

  /** An IPv4 or IPv6 address. */
  public static String address(@Nullable String ipAddress) {
    String address = Check.notBlank(ipAddress, "ipAddress");
    if (!IP_V4.matcher(address).matches() && !isIpV6(ZONE.matcher(address).replaceFirst(""))) {
      throw new IllegalArgumentException(
          "ipAddress is "
              + Check.quote(address)
              + ": it must be an IPv4 or IPv6 address. Pass one such as 10.0.0.7, without a prefix.");
    }
    return address;
  }

  // Text with a colon is never looked up, only read.
  private static boolean isIpV6(String text) {
    try {
      return IP_V6.matcher(text).matches() && InetAddress.getByName(text) != null;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** A domain or host name: no URL, no port, no address. */
  public static String domain(@Nullable String domain) {
    String name = Check.notBlank(domain, "domain");
    if (NO_DOMAIN.matcher(name).find()) {
      throw new IllegalArgumentException(
          "domain is "
              + Check.quote(name)
              + ": it must be a domain name alone. Pass one such as www.contoso.com, without"
              + " scheme, path and port.");
    }
    return name;
  }

  /** A SHA-1, for calls that take no other hash. */
  public static String sha1(@Nullable String sha1) {
    String hash = Check.notBlank(sha1, "sha1");
    if (!SHA1.matcher(hash).matches()) {
      throw new IllegalArgumentException(
          "sha1 is "
              + Check.quote(hash)
              + ": it "
              + kindOf(hash)
              + ", but the service takes a SHA-1 alone, of 40 hex digits. Pass the file's SHA-1.");
    }
    return hash;
  }

  private static String kindOf(String hash) {
    if (!HEX.matcher(hash).matches()) {
      return "holds what is no hex digit";
    }
    return switch (hash.length()) {
      case 32 -> "looks like an MD5";
      case 64 -> "looks like a SHA-256";
      default -> "has " + hash.length() + " hex digits";
    };
  }

  /** A bare account name: neither a UPN nor the id of a user. */
  public static String userName(@Nullable String userName) {
    String name = Check.notBlank(userName, "userName");
    if (NO_ACCOUNT_NAME.matcher(name).find()) {
      throw new IllegalArgumentException(
          "userName is "
              + Check.quote(name)
              + ": it must be the bare account name, without domain, such as user1 for"
              + " user1@contoso.com and contoso\\user1. Pass User.accountName().");
    }
    return name;
  }
}
