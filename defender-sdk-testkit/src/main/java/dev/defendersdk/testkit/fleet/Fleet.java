package dev.defendersdk.testkit.fleet;

import java.time.Duration;
import java.util.Objects;

/**
 * A fleet of invented machines: platforms, health, risk, tags, addresses and timestamps as various
 * as real ones, the same for the same seed of the tenant. Unless shares say otherwise, each machine
 * is online and supported: it takes what its platform takes. Linux and macOS know no restriction,
 * for one.
 *
 * @param size how many machines; 0 or more
 * @param domain that ends their names, such as {@code contoso.com}
 * @param offlineForever share of machines that never come back, 0 to 1
 * @param offlineForAWhile share of machines that come back, 0 to 1
 * @param longestOffline the longest that one of these is away, from the start
 * @param unsupported share of machines whose platform takes no action, 0 to 1
 * @param oldAgent share of machines whose agent is too old for any action, 0 to 1
 */
public record Fleet(
    int size,
    String domain,
    double offlineForever,
    double offlineForAWhile,
    Duration longestOffline,
    double unsupported,
    double oldAgent) {

  /** Checks sizes and shares. */
  public Fleet {
    Objects.requireNonNull(domain, "domain");
    if (size < 0) {
      throw new IllegalArgumentException(
          "size is " + size + ": a fleet has 0 machines or more; give one of these");
    }
    if (longestOffline.isNegative() || longestOffline.isZero()) {
      throw new IllegalArgumentException(
          "longestOffline is " + longestOffline + ": an absence lasts; give more than zero");
    }
    checkShare("offlineForever", offlineForever);
    checkShare("offlineForAWhile", offlineForAWhile);
    checkShare("unsupported", unsupported);
    checkShare("oldAgent", oldAgent);
    double sum = offlineForever + offlineForAWhile + unsupported + oldAgent;
    if (sum > 1.000_001) {
      throw new IllegalArgumentException(
          "the shares add up to " + sum + ": a machine has one of them; let them be 1 at most");
    }
  }

  /** So many machines, all online and supported. */
  public static Fleet of(int size) {
    return new Fleet(size, "contoso.com", 0, 0, Duration.ofHours(8), 0, 0);
  }

  /** This fleet with another domain. */
  public Fleet withDomain(String value) {
    return new Fleet(
        size, value, offlineForever, offlineForAWhile, longestOffline, unsupported, oldAgent);
  }

  /** This fleet with a share of machines that never come back. */
  public Fleet withOfflineForever(double share) {
    return new Fleet(size, domain, share, offlineForAWhile, longestOffline, unsupported, oldAgent);
  }

  /**
   * This fleet with a share of machines that are away and come back.
   *
   * @param longest the longest that one is away
   */
  public Fleet withOfflineForAWhile(double share, Duration longest) {
    return new Fleet(size, domain, offlineForever, share, longest, unsupported, oldAgent);
  }

  /** This fleet with a share of machines whose platform takes no action. */
  public Fleet withUnsupported(double share) {
    return new Fleet(
        size, domain, offlineForever, offlineForAWhile, longestOffline, share, oldAgent);
  }

  /** This fleet with a share of machines whose agent is too old for any action. */
  public Fleet withOldAgent(double share) {
    return new Fleet(
        size, domain, offlineForever, offlineForAWhile, longestOffline, unsupported, share);
  }

  private static void checkShare(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          name + " is " + share + ": a share goes from 0 to 1; give one of these");
    }
  }
}
