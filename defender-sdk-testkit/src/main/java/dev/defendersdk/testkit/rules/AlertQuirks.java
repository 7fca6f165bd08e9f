package dev.defendersdk.testkit.rules;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * Where the service is odd, undecided or undocumented in what has to do with alerts and incidents,
 * in both its APIs. {@link #harsh()} takes the side that hurts a client more, {@link #gentle()} the
 * other. Immutable: every method returns new quirks.
 *
 * <p>Sources are the pages {@code get-alerts.md}, {@code batch-update-alerts.md}, {@code
 * alerts.md}, {@code security-list-alerts_v2.md} and {@code security-list-incidents.md}, the
 * service metadata, and public reports of live use.
 */
public final class AlertQuirks {

  private enum Flag {
    EVIDENCE_ONLY_IF_EXPANDED,
    LISTED_BY_ID,
    PAGE_NAMES_OF_DETERMINATIONS,
    UNKNOWN_ID_REFUSES_BATCH,
    UNPROMOTED_MISSING_ON_GRAPH,
    NEW_ENUM_MEMBERS_MASKED,
    INCIDENT_TOP_REFUSED,
    ALERT_TOP_CLAMPED,
    ORDERED_ON_GRAPH,
    INCIDENTS_AS_IN_SAMPLES,
    IN_PROGRESS_INCIDENTS,
    REDIRECTED_BY_HAND,
    MERGED_INTO_FIRST
  }

  private final int batchMaximum;
  private final int graphMostSkip;
  private final int graphDepth;
  private final Set<Flag> flags;

  private AlertQuirks(int batchMaximum, int graphMostSkip, int graphDepth, Set<Flag> flags) {
    this.batchMaximum = batchMaximum;
    this.graphMostSkip = graphMostSkip;
    this.graphDepth = graphDepth;
    this.flags = Collections.unmodifiableSet(flags);
  }

  /**
   * The side that hurts a client more. {@code $orderby} is taken on Graph all the same: the schema
   * marks it as supported, and live clients are seen to read by it.
   */
  public static AlertQuirks harsh() {
    return new AlertQuirks(
        500,
        500,
        6_000,
        EnumSet.complementOf(
            EnumSet.of(
                Flag.PAGE_NAMES_OF_DETERMINATIONS,
                Flag.IN_PROGRESS_INCIDENTS,
                Flag.REDIRECTED_BY_HAND,
                Flag.MERGED_INTO_FIRST)));
  }

  /** The side that a client expects. */
  public static AlertQuirks gentle() {
    return new AlertQuirks(
        10_000,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE,
        EnumSet.of(
            Flag.PAGE_NAMES_OF_DETERMINATIONS,
            Flag.ALERT_TOP_CLAMPED,
            Flag.ORDERED_ON_GRAPH,
            Flag.IN_PROGRESS_INCIDENTS,
            Flag.REDIRECTED_BY_HAND,
            Flag.MERGED_INTO_FIRST));
  }

  /**
   * How many alerts one batch update takes; more are refused by {@code MaximumBatchSizeExceeded}.
   * No page states the number.
   */
  public int batchMaximum() {
    return batchMaximum;
  }

  /**
   * These quirks with another {@link #batchMaximum()}.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public AlertQuirks withBatchMaximum(int value) {
    return new AlertQuirks(positive("batchMaximum", value), graphMostSkip, graphDepth, flags);
  }

  /** The largest {@code $skip} that Graph takes; beyond it the answer is 400. */
  public int graphMostSkip() {
    return graphMostSkip;
  }

  /**
   * These quirks with another {@link #graphMostSkip()}.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public AlertQuirks withGraphMostSkip(int value) {
    return new AlertQuirks(batchMaximum, positive("graphMostSkip", value), graphDepth, flags);
  }

  /**
   * How many entities of one list Graph's links lead through: behind them pages stop coming,
   * without a word. That they do was seen (elastic/integrations, pull request 20348), but not
   * where; 6,000 is what {@code security-error-codes.md} had in 2018 for the alerts before {@code
   * alerts_v2}.
   */
  public int graphDepth() {
    return graphDepth;
  }

  /**
   * These quirks with another {@link #graphDepth()}.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public AlertQuirks withGraphDepth(int value) {
    return new AlertQuirks(batchMaximum, graphMostSkip, positive("graphDepth", value), flags);
  }

  /**
   * Whether {@code evidence} of Defender's lists, and of what a change answers, is an empty array
   * where {@code $expand=evidence} does not ask for it; else it is always filled.
   */
  public boolean evidenceOnlyIfExpanded() {
    return flags.contains(Flag.EVIDENCE_ONLY_IF_EXPANDED);
  }

  /** These quirks with another {@link #evidenceOnlyIfExpanded()}. */
  public AlertQuirks withEvidenceOnlyIfExpanded(boolean value) {
    return with(Flag.EVIDENCE_ONLY_IF_EXPANDED, value);
  }

  /** Whether Defender lists alerts in the order of their ids; else the last changed first. */
  public boolean listedById() {
    return flags.contains(Flag.LISTED_BY_ID);
  }

  /** These quirks with another {@link #listedById()}. */
  public AlertQuirks withListedById(boolean value) {
    return with(Flag.LISTED_BY_ID, value);
  }

  /**
   * Whether a determination may be sent as some pages spell it, such as {@code CompromisedUser};
   * else only as the service metadata has it.
   */
  public boolean pageNamesOfDeterminations() {
    return flags.contains(Flag.PAGE_NAMES_OF_DETERMINATIONS);
  }

  /** These quirks with another {@link #pageNamesOfDeterminations()}. */
  public AlertQuirks withPageNamesOfDeterminations(boolean value) {
    return with(Flag.PAGE_NAMES_OF_DETERMINATIONS, value);
  }

  /**
   * Whether an id that no alert has makes a batch update answer 404 and change nothing; else it is
   * passed over without a word.
   */
  public boolean unknownIdRefusesBatch() {
    return flags.contains(Flag.UNKNOWN_ID_REFUSES_BATCH);
  }

  /** These quirks with another {@link #unknownIdRefusesBatch()}. */
  public AlertQuirks withUnknownIdRefusesBatch(boolean value) {
    return with(Flag.UNKNOWN_ID_REFUSES_BATCH, value);
  }

  /** Whether alerts that are in no incident are missing on Graph. */
  public boolean unpromotedMissingOnGraph() {
    return flags.contains(Flag.UNPROMOTED_MISSING_ON_GRAPH);
  }

  /** These quirks with another {@link #unpromotedMissingOnGraph()}. */
  public AlertQuirks withUnpromotedMissingOnGraph(boolean value) {
    return with(Flag.UNPROMOTED_MISSING_ON_GRAPH, value);
  }

  /**
   * Whether Graph writes {@code unknownFutureValue} for members of an enumeration that came after
   * it, unless the caller sends {@code Prefer: include-unknown-enum-members}.
   */
  public boolean newEnumMembersMasked() {
    return flags.contains(Flag.NEW_ENUM_MEMBERS_MASKED);
  }

  /** These quirks with another {@link #newEnumMembersMasked()}. */
  public AlertQuirks withNewEnumMembersMasked(boolean value) {
    return with(Flag.NEW_ENUM_MEMBERS_MASKED, value);
  }

  /**
   * Whether a {@code $top} of more than 50 on incidents is refused, with an empty {@code
   * error.code}; else it is taken for 50.
   */
  public boolean incidentTopRefused() {
    return flags.contains(Flag.INCIDENT_TOP_REFUSED);
  }

  /** These quirks with another {@link #incidentTopRefused()}. */
  public AlertQuirks withIncidentTopRefused(boolean value) {
    return with(Flag.INCIDENT_TOP_REFUSED, value);
  }

  /**
   * Whether a {@code $top} of more than 1,000 on Graph's alerts is taken for 1,000; else refused.
   */
  public boolean alertTopClamped() {
    return flags.contains(Flag.ALERT_TOP_CLAMPED);
  }

  /** These quirks with another {@link #alertTopClamped()}. */
  public AlertQuirks withAlertTopClamped(boolean value) {
    return with(Flag.ALERT_TOP_CLAMPED, value);
  }

  /**
   * Whether Graph takes {@code $orderby} on alerts and incidents; else it is refused. The pages do
   * not list it among the options.
   */
  public boolean orderedOnGraph() {
    return flags.contains(Flag.ORDERED_ON_GRAPH);
  }

  /** These quirks with another {@link #orderedOnGraph()}. */
  public AlertQuirks withOrderedOnGraph(boolean value) {
    return with(Flag.ORDERED_ON_GRAPH, value);
  }

  /**
   * Whether Graph's incidents are answered as the pages' samples have it: values of enumerations in
   * capitals, and {@code createdBy} and {@code createdTime} in comments. Else as the schema has it.
   */
  public boolean incidentsAsInSamples() {
    return flags.contains(Flag.INCIDENTS_AS_IN_SAMPLES);
  }

  /** These quirks with another {@link #incidentsAsInSamples()}. */
  public AlertQuirks withIncidentsAsInSamples(boolean value) {
    return with(Flag.INCIDENTS_AS_IN_SAMPLES, value);
  }

  /**
   * Whether an incident can be set {@code inProgress}: the schema has the value, and the page of
   * the update does not list it. Else it is refused.
   */
  public boolean inProgressIncidents() {
    return flags.contains(Flag.IN_PROGRESS_INCIDENTS);
  }

  /** These quirks with another {@link #inProgressIncidents()}. */
  public AlertQuirks withInProgressIncidents(boolean value) {
    return with(Flag.IN_PROGRESS_INCIDENTS, value);
  }

  /**
   * Whether an incident can be set {@code redirected} by an update, and then leads nowhere: the
   * page lists the value, but no member of the update says where to. Else it is refused.
   */
  public boolean redirectedByHand() {
    return flags.contains(Flag.REDIRECTED_BY_HAND);
  }

  /** These quirks with another {@link #redirectedByHand()}. */
  public AlertQuirks withRedirectedByHand(boolean value) {
    return with(Flag.REDIRECTED_BY_HAND, value);
  }

  /**
   * Whether a merge keeps the incident that is named first; else the oldest of them. No page says
   * which, and in the sample the first is the oldest too.
   */
  public boolean mergedIntoFirst() {
    return flags.contains(Flag.MERGED_INTO_FIRST);
  }

  /** These quirks with another {@link #mergedIntoFirst()}. */
  public AlertQuirks withMergedIntoFirst(boolean value) {
    return with(Flag.MERGED_INTO_FIRST, value);
  }

  private AlertQuirks with(Flag flag, boolean value) {
    Set<Flag> others = EnumSet.noneOf(Flag.class);
    others.addAll(flags);
    if (value) {
      others.add(flag);
    } else {
      others.remove(flag);
    }
    return new AlertQuirks(batchMaximum, graphMostSkip, graphDepth, others);
  }

  private static int positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + ": give at least 1");
    }
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AlertQuirks that
        && batchMaximum == that.batchMaximum
        && graphMostSkip == that.graphMostSkip
        && graphDepth == that.graphDepth
        && flags.equals(that.flags);
  }

  @Override
  public int hashCode() {
    return Objects.hash(batchMaximum, graphMostSkip, graphDepth, flags);
  }

  @Override
  public String toString() {
    return "AlertQuirks[batchMaximum "
        + batchMaximum
        + ", graphMostSkip "
        + graphMostSkip
        + ", graphDepth "
        + graphDepth
        + ", "
        + flags
        + "]";
  }
}
