package dev.defendersdk.testkit.rules;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Where the service is odd, undecided or undocumented. {@link #harsh()}, the default of a tenant,
 * takes the side that hurts a client more; {@link #gentle()} the other. Immutable: every method
 * returns new quirks.
 *
 * <p>Sources are the pages {@code get-machines.md}, {@code get-machineactions-collection.md},
 * {@code isolate-machine.md}, {@code unisolate-machine.md}, {@code restrict-code-execution.md} and
 * {@code run-av-scan.md}, and public captures of the service's answers.
 */
public final class Quirks {

  private static final int LARGEST_PAGE = 10_000;

  private final int pageSize;
  private final Set<Flag> flags;
  private final SecondAction secondAction;
  private final AlertQuirks alerts;
  private final IndicatorQuirks indicators;

  /**
   * What a second action of one kind meets while the first of the machine is under way. Isolation
   * and release are of one kind, restriction and its removal too, and quarantines of one file. A
   * second collection of a package and a second live response are refused whatever is said here, as
   * their pages have it.
   */
  public enum SecondAction {
    /** 400 {@code ActiveRequestAlreadyExists}, "Action is already in progress". */
    REFUSED,
    /** A success that carries the action under way and starts nothing. */
    ANSWERED_WITH_THE_FIRST,
    /** A second action; the two may finish in any order. */
    ACCEPTED
  }

  private enum Flag {
    NEXT_LINK_ON_OTHER_HOST,
    NEXT_LINK_BY_SKIP_TOKEN,
    NEXT_LINK_WITH_TOP,
    NO_MACHINES_IS_404,
    BLANK_TAG_FOR_NONE,
    UNDOCUMENTED_MEMBERS,
    ACTION_LIST_SAYS_LAST_UPDATE_TIME_UTC,
    COMPRESSED,
    QUOTA_CODE_IS_NUMBER,
    SCANS_AS_IN_SAMPLES,
    PACKAGE_LINK_IN_QUOTES,
    TRANSCRIPT_IN_ZIP,
    EMPTY_FIRST_DOWNLOAD
  }

  private Quirks(
      int pageSize,
      Set<Flag> flags,
      SecondAction secondAction,
      AlertQuirks alerts,
      IndicatorQuirks indicators) {
    this.pageSize = pageSize;
    this.flags = Collections.unmodifiableSet(flags);
    this.secondAction = Objects.requireNonNull(secondAction, "secondAction");
    this.alerts = Objects.requireNonNull(alerts, "alerts");
    this.indicators = Objects.requireNonNull(indicators, "indicators");
  }

  /** The side that hurts a client more. */
  public static Quirks harsh() {
    return new Quirks(
        LARGEST_PAGE,
        EnumSet.complementOf(EnumSet.of(Flag.NEXT_LINK_WITH_TOP, Flag.TRANSCRIPT_IN_ZIP)),
        SecondAction.REFUSED,
        AlertQuirks.harsh(),
        IndicatorQuirks.harsh());
  }

  /** The side that a client expects. */
  public static Quirks gentle() {
    return new Quirks(
        LARGEST_PAGE,
        EnumSet.of(Flag.NEXT_LINK_BY_SKIP_TOKEN),
        SecondAction.REFUSED,
        AlertQuirks.gentle(),
        IndicatorQuirks.gentle());
  }

  /** Most entities of a list's page where the caller sets no {@code $top}; 1 to 10,000. */
  public int pageSize() {
    return pageSize;
  }

  /**
   * These quirks with another {@link #pageSize()}.
   *
   * @throws IllegalArgumentException if it is not from 1 to 10,000
   */
  public Quirks withPageSize(int value) {
    if (value < 1 || value > LARGEST_PAGE) {
      throw new IllegalArgumentException(
          "pageSize is " + value + ": the service's pages hold 1 to 10000; give one of these");
    }
    return new Quirks(value, flags, secondAction, alerts, indicators);
  }

  /**
   * Whether {@code @odata.nextLink} names another host of the service than the one called, one that
   * does not answer.
   */
  public boolean nextLinkOnOtherHost() {
    return flags.contains(Flag.NEXT_LINK_ON_OTHER_HOST);
  }

  /** These quirks with another {@link #nextLinkOnOtherHost()}. */
  public Quirks withNextLinkOnOtherHost(boolean value) {
    return with(Flag.NEXT_LINK_ON_OTHER_HOST, value);
  }

  /** Whether a next link carries {@code $skiptoken}; else {@code $skip}. */
  public boolean nextLinkBySkipToken() {
    return flags.contains(Flag.NEXT_LINK_BY_SKIP_TOKEN);
  }

  /** These quirks with another {@link #nextLinkBySkipToken()}. */
  public Quirks withNextLinkBySkipToken(boolean value) {
    return with(Flag.NEXT_LINK_BY_SKIP_TOKEN, value);
  }

  /**
   * Whether a list with {@code $top} is cut into pages and linked too; else {@code $top} caps the
   * whole and there is no link.
   */
  public boolean nextLinkWithTop() {
    return flags.contains(Flag.NEXT_LINK_WITH_TOP);
  }

  /** These quirks with another {@link #nextLinkWithTop()}. */
  public Quirks withNextLinkWithTop(boolean value) {
    return with(Flag.NEXT_LINK_WITH_TOP, value);
  }

  /** Whether the list of a tenant without machines is answered by 404. */
  public boolean noMachinesIs404() {
    return flags.contains(Flag.NO_MACHINES_IS_404);
  }

  /** These quirks with another {@link #noMachinesIs404()}. */
  public Quirks withNoMachinesIs404(boolean value) {
    return with(Flag.NO_MACHINES_IS_404, value);
  }

  /** Whether some machines without tags carry {@code [""]} instead of {@code []}. */
  public boolean blankTagForNone() {
    return flags.contains(Flag.BLANK_TAG_FOR_NONE);
  }

  /** These quirks with another {@link #blankTagForNone()}. */
  public Quirks withBlankTagForNone(boolean value) {
    return with(Flag.BLANK_TAG_FOR_NONE, value);
  }

  /** Whether entities carry members that no page names. */
  public boolean undocumentedMembers() {
    return flags.contains(Flag.UNDOCUMENTED_MEMBERS);
  }

  /** These quirks with another {@link #undocumentedMembers()}. */
  public Quirks withUndocumentedMembers(boolean value) {
    return with(Flag.UNDOCUMENTED_MEMBERS, value);
  }

  /**
   * Whether the list of machine actions spells {@code lastUpdateTimeUtc} what the single action
   * spells {@code lastUpdateDateTimeUtc}.
   */
  public boolean actionListSaysLastUpdateTimeUtc() {
    return flags.contains(Flag.ACTION_LIST_SAYS_LAST_UPDATE_TIME_UTC);
  }

  /** These quirks with another {@link #actionListSaysLastUpdateTimeUtc()}. */
  public Quirks withActionListSaysLastUpdateTimeUtc(boolean value) {
    return with(Flag.ACTION_LIST_SAYS_LAST_UPDATE_TIME_UTC, value);
  }

  /** Whether bodies are compressed where the caller offers it, deflate first. */
  public boolean compressed() {
    return flags.contains(Flag.COMPRESSED);
  }

  /** These quirks with another {@link #compressed()}. */
  public Quirks withCompressed(boolean value) {
    return with(Flag.COMPRESSED, value);
  }

  /** Whether the code of a 429 is {@code "429"}; else {@code TooManyRequests}. */
  public boolean quotaCodeIsNumber() {
    return flags.contains(Flag.QUOTA_CODE_IS_NUMBER);
  }

  /** These quirks with another {@link #quotaCodeIsNumber()}. */
  public Quirks withQuotaCodeIsNumber(boolean value) {
    return with(Flag.QUOTA_CODE_IS_NUMBER, value);
  }

  /** Whether the link of an investigation package stands in quotes within its string. */
  public boolean packageLinkInQuotes() {
    return flags.contains(Flag.PACKAGE_LINK_IN_QUOTES);
  }

  /** These quirks with another {@link #packageLinkInQuotes()}. */
  public Quirks withPackageLinkInQuotes(boolean value) {
    return with(Flag.PACKAGE_LINK_IN_QUOTES, value);
  }

  /**
   * Whether the result of a script is a zip with {@code stdout} and {@code stderr}; else a text
   * like JSON, with raw line breaks within its strings.
   */
  public boolean transcriptInZip() {
    return flags.contains(Flag.TRANSCRIPT_IN_ZIP);
  }

  /** These quirks with another {@link #transcriptInZip()}. */
  public Quirks withTranscriptInZip(boolean value) {
    return with(Flag.TRANSCRIPT_IN_ZIP, value);
  }

  /** Whether the first download of a file gets a success with an empty body. */
  public boolean emptyFirstDownload() {
    return flags.contains(Flag.EMPTY_FIRST_DOWNLOAD);
  }

  /** These quirks with another {@link #emptyFirstDownload()}. */
  public Quirks withEmptyFirstDownload(boolean value) {
    return with(Flag.EMPTY_FIRST_DOWNLOAD, value);
  }

  /**
   * Whether authenticated scans are answered as the pages' samples have it: some names in capitals
   * or the plural, one agent wrapped in an array, one target without its list, and no session in
   * the history by definition. Else as the service metadata has it.
   */
  public boolean scansAsInSamples() {
    return flags.contains(Flag.SCANS_AS_IN_SAMPLES);
  }

  /** These quirks with another {@link #scansAsInSamples()}. */
  public Quirks withScansAsInSamples(boolean value) {
    return with(Flag.SCANS_AS_IN_SAMPLES, value);
  }

  /** What a second action of one kind meets while the first of the machine is under way. */
  public SecondAction secondAction() {
    return secondAction;
  }

  /** These quirks with another {@link #secondAction()}. */
  public Quirks withSecondAction(SecondAction value) {
    return new Quirks(pageSize, flags, value, alerts, indicators);
  }

  /** What is odd about alerts and incidents. */
  public AlertQuirks alerts() {
    return alerts;
  }

  /** These quirks with {@link #alerts()} changed. */
  public Quirks withAlerts(UnaryOperator<AlertQuirks> change) {
    return new Quirks(pageSize, flags, secondAction, change.apply(alerts), indicators);
  }

  /** What is odd about indicators. */
  public IndicatorQuirks indicators() {
    return indicators;
  }

  /** These quirks with {@link #indicators()} changed. */
  public Quirks withIndicators(UnaryOperator<IndicatorQuirks> change) {
    return new Quirks(pageSize, flags, secondAction, alerts, change.apply(indicators));
  }

  private Quirks with(Flag flag, boolean value) {
    Set<Flag> others = EnumSet.noneOf(Flag.class);
    others.addAll(flags);
    if (value) {
      others.add(flag);
    } else {
      others.remove(flag);
    }
    return new Quirks(pageSize, others, secondAction, alerts, indicators);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Quirks that
        && pageSize == that.pageSize
        && flags.equals(that.flags)
        && secondAction == that.secondAction
        && alerts.equals(that.alerts)
        && indicators.equals(that.indicators);
  }

  @Override
  public int hashCode() {
    return Objects.hash(pageSize, flags, secondAction, alerts, indicators);
  }

  @Override
  public String toString() {
    return "Quirks[pageSize "
        + pageSize
        + ", "
        + flags
        + ", "
        + secondAction
        + ", "
        + alerts
        + ", "
        + indicators
        + "]";
  }
}
