package dev.defendersdk.testkit.internal.machines;

import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.internal.api.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which machines had an address at a time. Pages: find-machines-by-ip.md,
 * find-machine-info-by-ip.md.
 */
public final class Addresses {

  private static final Duration OLDEST = Duration.ofDays(30);
  private static final Pattern V4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F]{0,4}(:[0-9a-fA-F]{0,4}){2,7}");

  private final MachineBook book;

  Addresses(MachineBook book) {
    this.book = book;
  }

  /**
   * Checks that a text is an IP address.
   *
   * @throws ApiError 400 if it is none
   */
  public static void check(String address) {
    if (!V4.matcher(address).matches() && !V6.matcher(address).matches()) {
      throw new ApiError(400, "InvalidIpAddress", "'" + address + "' is not an IP address");
    }
  }

  /**
   * Machines seen with the address from {@code margin} before to {@code margin} after the time.
   *
   * @throws ApiError 400 if the address or the time is none, or the time is over 30 days old
   */
  List<Machine> at(Call call, Duration margin) {
    String address = call.value("ip");
    check(address);
    Instant time = Timestamps.parse(call.value("timestamp"));
    if (time == null) {
      throw ApiError.odata("'" + call.value("timestamp") + "' is not a timestamp");
    }
    if (time.isBefore(call.now().minus(OLDEST))) {
      throw ApiError.invalidInput("The timestamp must be within the past 30 days");
    }
    Instant from = time.minus(margin);
    Instant to = time.plus(margin);
    return book.all().stream()
        .filter(machine -> hasAddress(machine, address))
        .filter(machine -> wasSeen(machine, from, to, call.now()))
        .toList();
  }

  private static boolean hasAddress(Machine machine, String address) {
    if (machine.row().text("lastIpAddress").equals(address)) {
      return true;
    }
    String wanted = address.toLowerCase(Locale.ROOT);
    return machine.row().get("ipAddresses") instanceof List<?> interfaces
        && interfaces.stream()
            .anyMatch(one -> one instanceof Map<?, ?> map && wanted.equals(map.get("ipAddress")));
  }

  /** An online machine is seen all the time, an offline one until it was seen last. */
  private static boolean wasSeen(Machine machine, Instant from, Instant to, Instant now) {
    Instant first = machine.row().get("firstSeen") instanceof Instant instant ? instant : now;
    Instant last = machine.row().get("lastSeen") instanceof Instant instant ? instant : first;
    Instant until = machine.isOnline(now) && now.isAfter(last) ? now : last;
    return !first.isAfter(to) && !until.isBefore(from);
  }
}
