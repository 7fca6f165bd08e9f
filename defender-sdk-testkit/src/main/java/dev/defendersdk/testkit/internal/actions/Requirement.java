package dev.defendersdk.testkit.internal.actions;

import dev.defendersdk.testkit.fleet.Reach;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.machines.Machine;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a machine must be for an action. Pages: those of the actions, and respond-machine-alerts.md,
 * which takes more platforms than they do. Windows servers are taken also where the pages name
 * Windows 10 and 11 alone: that they are refused no page says.
 *
 * @param windowsBuild the first build of Windows 10 that will do
 * @param server the first Windows Server, by its year
 * @param linux the first version of the client on Linux: {@code ANY} or {@code NONE} too
 * @param macOs the same on macOS
 */
record Requirement(long windowsBuild, int server, String linux, String macOs) {

  private static final String ANY = "0";
  private static final String NONE = "";
  private static final String CLIENT = "101.98.84";

  private static final long WINDOWS_10_1703 = 15063;
  private static final long WINDOWS_10_1709 = 16299;
  private static final Pattern SERVER = Pattern.compile("windowsserver(\\d{4}).*");

  private static final Requirement ISOLATION = new Requirement(WINDOWS_10_1703, 2012, ANY, CLIENT);
  // Two pages differ on the first Windows 10: the later one is taken.
  private static final Requirement SELECTIVE_ISOLATION =
      new Requirement(WINDOWS_10_1709, 2012, NONE, CLIENT);
  private static final Requirement RESTRICTION = new Requirement(WINDOWS_10_1709, 2019, NONE, NONE);
  private static final Requirement SCAN = new Requirement(WINDOWS_10_1709, 2012, CLIENT, CLIENT);
  private static final Requirement QUARANTINE = new Requirement(WINDOWS_10_1703, 2012, NONE, NONE);
  private static final Requirement PACKAGE = new Requirement(WINDOWS_10_1703, 2012, ANY, ANY);
  private static final Requirement OFFBOARDING = new Requirement(WINDOWS_10_1703, 2012, NONE, NONE);
  // The least builds of the page's updates are no part of a machine; the clients stand in the
  // portal's page, live-response.md.
  private static final Requirement LIVE_RESPONSE =
      new Requirement(WINDOWS_10_1709, 2012, "101.45.13", "101.43.84");

  private static Requirement of(Action.Order order) {
    return switch (order.kind()) {
      case ISOLATE -> "Selective".equals(order.scope()) ? SELECTIVE_ISOLATION : ISOLATION;
      case UNISOLATE -> ISOLATION;
      case RESTRICT_CODE_EXECUTION, UNRESTRICT_CODE_EXECUTION -> RESTRICTION;
      case RUN_ANTI_VIRUS_SCAN -> SCAN;
      case STOP_AND_QUARANTINE_FILE -> QUARANTINE;
      case COLLECT_INVESTIGATION_PACKAGE -> PACKAGE;
      case OFFBOARD -> OFFBOARDING;
      case LIVE_RESPONSE -> LIVE_RESPONSE;
    };
  }

  /**
   * Refuses an order that the machine cannot carry out.
   *
   * @throws ApiError 400 {@code OsPlatformNotSupported}, {@code ClientVersionNotSupported}, or
   *     {@code BadRequest} where the machine is onboarded and must not be, or the reverse
   */
  static void check(Action.Order order, Machine machine) {
    String type = order.kind().type;
    Reach.Obstacle obstacle = machine.reach().obstacle();
    if (obstacle == Reach.Obstacle.UNSUPPORTED_PLATFORM) {
      throw platform(type, machine);
    }
    if (obstacle == Reach.Obstacle.OLD_AGENT) {
      throw client(type, "10.8040", machine);
    }
    boolean managed = machine.row().text("onboardingStatus").equals("Onboarded");
    boolean containment = "UnManagedDevice".equals(order.scope());
    // What is contained can be released: by which call no page says.
    if (managed == containment && !(order.kind() == ActionKind.UNISOLATE && !managed)) {
      throw ApiError.badRequest(
          (order.scope() == null ? type : "Isolation type " + order.scope())
              + " does not fit machine "
              + machine.id());
    }
    if (managed) {
      of(order).check(type, machine);
    }
  }

  private void check(String type, Machine machine) {
    String platform = machine.row().text("osPlatform").toLowerCase(Locale.ROOT);
    Matcher windowsServer = SERVER.matcher(platform);
    if (windowsServer.matches()) {
      if (Integer.parseInt(windowsServer.group(1)) < server) {
        throw platform(type, machine);
      }
    } else if (platform.equals("windows10")) {
      if (machine.row().get("osBuild") instanceof Number build
          && build.longValue() < windowsBuild) {
        throw platform(type, machine);
      }
    } else if (platform.equals("linux") || platform.equals("macos")) {
      checkClient(type, platform.equals("linux") ? linux : macOs, machine);
    } else if (!platform.equals("windows11")) {
      throw platform(type, machine);
    }
  }

  private static void checkClient(String type, String least, Machine machine) {
    if (least.equals(NONE)) {
      throw platform(type, machine);
    }
    String version = machine.row().text("agentVersion");
    if (!version.isEmpty() && isBefore(version, least)) {
      throw client(type, least, machine);
    }
  }

  private static boolean isBefore(String version, String least) {
    String[] has = version.split("\\.", -1);
    String[] needs = least.split("\\.", -1);
    for (int i = 0; i < Math.min(has.length, needs.length); i++) {
      int order = Long.compare(number(has[i]), number(needs[i]));
      if (order != 0) {
        return order < 0;
      }
    }
    return has.length < needs.length;
  }

  private static long number(String part) {
    return part.matches("\\d{1,18}") ? Long.parseLong(part) : 0;
  }

  private static ApiError platform(String type, Machine machine) {
    return new ApiError(
        400,
        "OsPlatformNotSupported",
        type
            + " is not supported on OS platform "
            + machine.row().text("osPlatform")
            + " "
            + machine.row().text("version"));
  }

  private static ApiError client(String type, String least, Machine machine) {
    return new ApiError(
        400,
        "ClientVersionNotSupported",
        type + " needs client version " + least + " or later on machine " + machine.id());
  }
}
