package dev.defendersdk.testkit.rules;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where the service is odd, undecided or undocumented in what has to do with indicators. {@link
 * #harsh()} takes the side that hurts a client more, {@link #gentle()} the other. Immutable: every
 * method returns new quirks.
 *
 * <p>Sources are the pages {@code post-ti-indicator.md}, {@code import-ti-indicators.md} and {@code
 * batch-delete-ti-indicators.md}, the service metadata, and public reports of live use.
 */
public final class IndicatorQuirks {

  private enum Flag {
    ACTION_CHANGE_REFUSED,
    REFUSED_BATCH_DELETES_OTHERS,
    MISSING_BEFORE_UNSEEN,
    LIST_NOT_BY_ID,
    IMPORT_RESULTS_RESPELLED,
    IMPORT_RESULTS_BY_VALUE,
    OLDER_PREVALENCE
  }

  private final Set<Flag> flags;

  private IndicatorQuirks(Set<Flag> flags) {
    this.flags = Collections.unmodifiableSet(flags);
  }

  /** The side that hurts a client more. */
  public static IndicatorQuirks harsh() {
    return new IndicatorQuirks(EnumSet.allOf(Flag.class));
  }

  /** The side that a client expects. */
  public static IndicatorQuirks gentle() {
    return new IndicatorQuirks(EnumSet.noneOf(Flag.class));
  }

  /**
   * Whether an indicator that is there with another action is refused, alone by 400 and within an
   * import by {@code isFailed}; else its action is changed like all else.
   */
  public boolean actionChangeRefused() {
    return flags.contains(Flag.ACTION_CHANGE_REFUSED);
  }

  /** These quirks with another {@link #actionChangeRefused()}. */
  public IndicatorQuirks withActionChangeRefused(boolean value) {
    return with(Flag.ACTION_CHANGE_REFUSED, value);
  }

  /**
   * Whether a batch delete that is answered 404 or 403 for one id deletes the others all the same;
   * else it deletes none.
   */
  public boolean refusedBatchDeletesOthers() {
    return flags.contains(Flag.REFUSED_BATCH_DELETES_OTHERS);
  }

  /** These quirks with another {@link #refusedBatchDeletesOthers()}. */
  public IndicatorQuirks withRefusedBatchDeletesOthers(boolean value) {
    return with(Flag.REFUSED_BATCH_DELETES_OTHERS, value);
  }

  /**
   * Whether a batch delete with both an id that is not there and one of a device group that is not
   * seen is answered 404; else 403.
   */
  public boolean missingBeforeUnseen() {
    return flags.contains(Flag.MISSING_BEFORE_UNSEEN);
  }

  /** These quirks with another {@link #missingBeforeUnseen()}. */
  public IndicatorQuirks withMissingBeforeUnseen(boolean value) {
    return with(Flag.MISSING_BEFORE_UNSEEN, value);
  }

  /**
   * Whether the list has an order of its own, which stays: so what is added stands anywhere in it,
   * and moves the pages behind; else it comes by the ids.
   */
  public boolean listNotById() {
    return flags.contains(Flag.LIST_NOT_BY_ID);
  }

  /** These quirks with another {@link #listNotById()}. */
  public IndicatorQuirks withListNotById(boolean value) {
    return with(Flag.LIST_NOT_BY_ID, value);
  }

  /**
   * Whether the results of an import have hashes, domains and IPv6 addresses in upper case, the
   * latter shortened; else as they were sent.
   */
  public boolean importResultsRespelled() {
    return flags.contains(Flag.IMPORT_RESULTS_RESPELLED);
  }

  /** These quirks with another {@link #importResultsRespelled()}. */
  public IndicatorQuirks withImportResultsRespelled(boolean value) {
    return with(Flag.IMPORT_RESULTS_RESPELLED, value);
  }

  /**
   * Whether the results of an import come in the order of their values, equal ones as they were
   * sent; else in the order of the request.
   */
  public boolean importResultsByValue() {
    return flags.contains(Flag.IMPORT_RESULTS_BY_VALUE);
  }

  /** These quirks with another {@link #importResultsByValue()}. */
  public IndicatorQuirks withImportResultsByValue(boolean value) {
    return with(Flag.IMPORT_RESULTS_BY_VALUE, value);
  }

  /**
   * Whether the statistics of files, domains and addresses have the prevalence as a text under its
   * older name alone, as older answers have it; else as a number under the name of now.
   */
  public boolean olderPrevalence() {
    return flags.contains(Flag.OLDER_PREVALENCE);
  }

  /** These quirks with another {@link #olderPrevalence()}. */
  public IndicatorQuirks withOlderPrevalence(boolean value) {
    return with(Flag.OLDER_PREVALENCE, value);
  }

  private IndicatorQuirks with(Flag flag, boolean value) {
    Set<Flag> others = EnumSet.noneOf(Flag.class);
    others.addAll(flags);
    if (value) {
      others.add(flag);
    } else {
      others.remove(flag);
    }
    return new IndicatorQuirks(others);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IndicatorQuirks that && flags.equals(that.flags);
  }

  @Override
  public int hashCode() {
    return flags.hashCode();
  }

  @Override
  public String toString() {
    return "IndicatorQuirks" + flags;
  }
}
