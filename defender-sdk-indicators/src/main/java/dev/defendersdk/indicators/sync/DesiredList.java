package dev.defendersdk.indicators.sync;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.indicators.IndicatorType;
import dev.defendersdk.indicators.NewIndicator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the tenant is to hold, the most important first unless the sync has a priority of its own.
 * Immutable. For indicators alone, {@link IndicatorSync} takes any {@code Iterable} or {@code
 * Stream} of them; this is for lists with files that are known by several hashes:
 *
 * <pre>{@code
 * DesiredList desired =
 *     DesiredList.builder()
 *         .add(NewIndicator.domain("bad.example").block("Phishing", "Seen by NetShield."))
 *         .file(
 *             NewIndicator.fileSha256("ab".repeat(32)).block("Dropper", "Seen by NetShield."),
 *             NewIndicator.fileSha1("cd".repeat(20)).block("Dropper", "Seen by NetShield."))
 *         .build();
 * }</pre>
 */
public final class DesiredList {

  private final List<List<NewIndicator>> wishes;

  private DesiredList(List<List<NewIndicator>> wishes) {
    this.wishes = List.copyOf(wishes);
  }

  /** Begins a list. */
  public static Builder builder() {
    return new Builder();
  }

  /** How many there are, a file counted once. */
  public int size() {
    return wishes.size();
  }

  /** By wish, the one that is sent first. */
  List<List<NewIndicator>> wishes() {
    return wishes;
  }

  @Override
  public String toString() {
    return "DesiredList[" + size() + "]";
  }

  /** Collects a list. For one thread. */
  public static final class Builder {

    private static final Map<IndicatorType, Integer> BY_LENGTH =
        Map.of(IndicatorType.FILE_SHA256, 0, IndicatorType.FILE_SHA1, 1, IndicatorType.FILE_MD5, 2);

    private final List<List<NewIndicator>> wishes = new ArrayList<>();

    private Builder() {}

    /** Adds an indicator. */
    public Builder add(NewIndicator indicator) {
      wishes.add(List.of(Check.notNull(indicator, "indicator")));
      return this;
    }

    /** Adds indicators, in their order. */
    public Builder addAll(Iterable<NewIndicator> indicators) {
      int index = 0;
      for (NewIndicator indicator : Check.notNull(indicators, "indicators")) {
        add(Check.notNull(indicator, "indicators[" + index++ + "]"));
      }
      return this;
    }

    /** Adds indicators, in their order; the stream is read to its end. */
    public Builder addAll(Stream<NewIndicator> indicators) {
      Check.notNull(indicators, "indicators").forEachOrdered(this::add);
      return this;
    }

    /**
     * Adds one file that is known by several hashes, one of a kind, alike in all else. It is one
     * line of the plan and takes one place: of the hashes that a file has indicators for, the
     * longest decides (indicator-file.md), so that alone is sent. An entry of the integration's own
     * for another of its hashes is deleted, and one of somebody else for any of them is a conflict.
     */
    public Builder file(NewIndicator... hashes) {
      List<NewIndicator> given =
          new ArrayList<>(Check.size(Arrays.asList(Check.notNull(hashes, "hashes")), 3, "hashes"));
      Set<IndicatorType> kinds = new HashSet<>();
      for (NewIndicator hash : given) {
        if (!BY_LENGTH.containsKey(hash.indicatorType())) {
          throw new IllegalArgumentException(
              "hashes has " + hash + ": it must be of a file's hash. Add it by itself.");
        }
        if (!kinds.add(hash.indicatorType())) {
          throw new IllegalArgumentException(
              "hashes has two of type "
                  + hash.indicatorType()
                  + ": a file has one of each. Add them as two files.");
        }
        if (!rest(hash).equals(rest(given.get(0)))) {
          throw new IllegalArgumentException(
              "hashes has "
                  + given.get(0)
                  + " and "
                  + hash
                  + ", which differ in more than the hash: they are one file. Give both the same.");
        }
      }
      given.sort(Comparator.comparing(hash -> BY_LENGTH.getOrDefault(hash.indicatorType(), 0)));
      wishes.add(List.copyOf(given));
      return this;
    }

    private static Map<String, Object> rest(NewIndicator hash) {
      Map<String, Object> rest = new HashMap<>(hash.members());
      rest.remove("indicatorType");
      rest.remove("indicatorValue");
      rest.put("expiresAfter", String.valueOf(hash.expiresAfter()));
      return rest;
    }

    /** The list. */
    public DesiredList build() {
      return new DesiredList(wishes);
    }
  }
}
