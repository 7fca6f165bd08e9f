package dev.defendersdk.indicators.match;

import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.IndicatorAction;
import java.util.List;

/**
 * What Defender would do, and why.
 *
 * @param action what it would do: the deciding indicator's action, a retired one as the action that
 *     took its place
 * @param indicator the indicator that decides
 * @param beaten the others that hold for it too, in the order of their precedence; mostly empty
 */
public record Match(IndicatorAction action, Indicator indicator, List<Beaten> beaten) {

  /**
   * An indicator that holds too, but does not decide.
   *
   * @param indicator the indicator
   * @param by the one that beat it: the deciding one, but where two kinds have indicators (a file's
   *     hashes and its certificate, or URLs and domains or addresses), the first of its own kind,
   *     which the deciding one beat
   * @param reason why
   */
  public record Beaten(Indicator indicator, Indicator by, Reason reason) {}

  /** Why one indicator beats another. */
  public enum Reason {
    /**
     * The other has the longer hash of the same file: SHA-256 before SHA-1 before MD5, whatever the
     * device group. Page: indicator-file.md.
     */
    SHORTER_HASH,
    /**
     * The other is for the device's group, and this one for all devices. Of files and certificates
     * alone. Page: indicator-file.md.
     */
    ALL_DEVICES,
    /** The other has the longer path. Of URLs alone. Page: indicator-ip-domain.md. */
    SHORTER_PATH,
    /**
     * The other's action goes first: of files and certificates, block and warn before allow
     * (indicator-file.md); of addresses, domains and URLs, allow before warn before block
     * (indicator-ip-domain.md). Of both, all of these before audit and what this version does not
     * know, whatever the hash, the path and the group.
     */
    ACTION,
    /**
     * No rule tells them apart: a hash is named before a certificate, a URL before a domain or an
     * address, else the earlier of the list.
     */
    SAME
  }

  /** Shows the action and the indicators' ids, types, values and actions. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Match[" + action + " by " + indicator);
    for (Beaten each : beaten) {
      text.append(", over ").append(each.indicator()).append(": ").append(each.reason());
    }
    return text.append(']').toString();
  }
}
