package dev.defendersdk.testkit.rules;

import java.util.Objects;

/**
 * Where the service is odd, undecided or undocumented. {@link #harsh()}, the default of a tenant,
 * takes the side that hurts a client more; {@link #gentle()} the other.
 *
 * <p>Sources are the pages {@code get-machines.md}, {@code get-machineactions-collection.md} and
 * {@code isolate-machine.md}, and public captures of the service's answers.
 *
 * @param pageSize most entities of a list's page where the caller sets no {@code $top}; 1 to 10,000
 * @param nextLinkOnOtherHost whether {@code @odata.nextLink} names another host of the service than
 *     the one called, one that does not answer
 * @param nextLinkBySkipToken whether a next link carries {@code $skiptoken}; else {@code $skip}
 * @param nextLinkWithTop whether a list with {@code $top} is cut into pages and linked too; else
 *     {@code $top} caps the whole and there is no link
 * @param noMachinesIs404 whether the list of a tenant without machines is answered by 404
 * @param blankTagForNone whether some machines without tags carry {@code [""]} instead of {@code
 *     []}
 * @param undocumentedMembers whether entities carry members that no page names
 * @param actionListSaysLastUpdateTimeUtc whether the list of machine actions spells {@code
 *     lastUpdateTimeUtc} what the single action spells {@code lastUpdateDateTimeUtc}
 * @param compressed whether bodies are compressed where the caller offers it, deflate first
 * @param quotaCodeIsNumber whether the code of a 429 is {@code "429"}; else {@code TooManyRequests}
 * @param secondIsolation what a second isolate or unisolate meets while one is under way
 */
public record Quirks(
    int pageSize,
    boolean nextLinkOnOtherHost,
    boolean nextLinkBySkipToken,
    boolean nextLinkWithTop,
    boolean noMachinesIs404,
    boolean blankTagForNone,
    boolean undocumentedMembers,
    boolean actionListSaysLastUpdateTimeUtc,
    boolean compressed,
    boolean quotaCodeIsNumber,
    SecondIsolation secondIsolation) {

  /** What a second isolate or unisolate of a machine meets while one is under way. */
  public enum SecondIsolation {
    /** 400 {@code ActiveRequestAlreadyExists}, "Action is already in progress". */
    REFUSED,
    /** A success that carries the action under way and starts nothing. */
    ANSWERED_WITH_THE_FIRST,
    /** A second action; the two may finish in any order. */
    ACCEPTED
  }

  /** Checks the page size and the second isolation. */
  public Quirks {
    Objects.requireNonNull(secondIsolation, "secondIsolation");
    if (pageSize < 1 || pageSize > 10_000) {
      throw new IllegalArgumentException(
          "pageSize is " + pageSize + ": the service's pages hold 1 to 10000; give one of these");
    }
  }

  /** The side that hurts a client more. */
  public static Quirks harsh() {
    return new Quirks(
        10_000, true, true, false, true, true, true, true, true, true, SecondIsolation.REFUSED);
  }

  /** The side that a client expects. */
  public static Quirks gentle() {
    return new Quirks(
        10_000,
        false,
        true,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        SecondIsolation.REFUSED);
  }

  /** These quirks with another {@link #pageSize()}. */
  public Quirks withPageSize(int value) {
    return new Quirks(
        value,
        nextLinkOnOtherHost,
        nextLinkBySkipToken,
        nextLinkWithTop,
        noMachinesIs404,
        blankTagForNone,
        undocumentedMembers,
        actionListSaysLastUpdateTimeUtc,
        compressed,
        quotaCodeIsNumber,
        secondIsolation);
  }

  /** These quirks with another {@link #nextLinkOnOtherHost()}. */
  public Quirks withNextLinkOnOtherHost(boolean value) {
    return new Quirks(
        pageSize,
        value,
        nextLinkBySkipToken,
        nextLinkWithTop,
        noMachinesIs404,
        blankTagForNone,
        undocumentedMembers,
        actionListSaysLastUpdateTimeUtc,
        compressed,
        quotaCodeIsNumber,
        secondIsolation);
  }

  /** These quirks with another {@link #nextLinkBySkipToken()}. */
  public Quirks withNextLinkBySkipToken(boolean value) {
    return new Quirks(
        pageSize,
        nextLinkOnOtherHost,
        value,
        nextLinkWithTop,
        noMachinesIs404,
        blankTagForNone,
        undocumentedMembers,
        actionListSaysLastUpdateTimeUtc,
        compressed,
        quotaCodeIsNumber,
        secondIsolation);
  }

  /** These quirks with another {@link #nextLinkWithTop()}. */
  public Quirks withNextLinkWithTop(boolean value) {
    return new Quirks(
        pageSize,
        nextLinkOnOtherHost,
        nextLinkBySkipToken,
        value,
        noMachinesIs404,
        blankTagForNone,
        undocumentedMembers,
        actionListSaysLastUpdateTimeUtc,
        compressed,
        quotaCodeIsNumber,
        secondIsolation);
  }

  /** These quirks with another {@link #noMachinesIs404()}. */
  public Quirks withNoMachinesIs404(boolean value) {
    return new Quirks(
        pageSize,
        nextLinkOnOtherHost,
        nextLinkBySkipToken,
        nextLinkWithTop,
        value,
        blankTagForNone,
        undocumentedMembers,
        actionListSaysLastUpdateTimeUtc,
        compressed,
        quotaCodeIsNumber,
        secondIsolation);
  }

  /** These quirks with another {@link #blankTagForNone()}. */
  public Quirks withBlankTagForNone(boolean value) {
    return new Quirks(
        pageSize,
        nextLinkOnOtherHost,
        nextLinkBySkipToken,
        nextLinkWithTop,
        noMachinesIs404,
        value,
        undocumentedMembers,
        actionListSaysLastUpdateTimeUtc,
        compressed,
        quotaCodeIsNumber,
        secondIsolation);
  }

  /** These quirks with another {@link #undocumentedMembers()}. */
  public Quirks withUndocumentedMembers(boolean value) {
    return new Quirks(
        pageSize,
        nextLinkOnOtherHost,
        nextLinkBySkipToken,
        nextLinkWithTop,
        noMachinesIs404,
        blankTagForNone,
        value,
        actionListSaysLastUpdateTimeUtc,
        compressed,
        quotaCodeIsNumber,
        secondIsolation);
  }

  /** These quirks with another {@link #actionListSaysLastUpdateTimeUtc()}. */
  public Quirks withActionListSaysLastUpdateTimeUtc(boolean value) {
    return new Quirks(
        pageSize,
        nextLinkOnOtherHost,
        nextLinkBySkipToken,
        nextLinkWithTop,
        noMachinesIs404,
        blankTagForNone,
        undocumentedMembers,
        value,
        compressed,
        quotaCodeIsNumber,
        secondIsolation);
  }

  /** These quirks with another {@link #compressed()}. */
  public Quirks withCompressed(boolean value) {
    return new Quirks(
        pageSize,
        nextLinkOnOtherHost,
        nextLinkBySkipToken,
        nextLinkWithTop,
        noMachinesIs404,
        blankTagForNone,
        undocumentedMembers,
        actionListSaysLastUpdateTimeUtc,
        value,
        quotaCodeIsNumber,
        secondIsolation);
  }

  /** These quirks with another {@link #quotaCodeIsNumber()}. */
  public Quirks withQuotaCodeIsNumber(boolean value) {
    return new Quirks(
        pageSize,
        nextLinkOnOtherHost,
        nextLinkBySkipToken,
        nextLinkWithTop,
        noMachinesIs404,
        blankTagForNone,
        undocumentedMembers,
        actionListSaysLastUpdateTimeUtc,
        compressed,
        value,
        secondIsolation);
  }

  /** These quirks with another {@link #secondIsolation()}. */
  public Quirks withSecondIsolation(SecondIsolation value) {
    return new Quirks(
        pageSize,
        nextLinkOnOtherHost,
        nextLinkBySkipToken,
        nextLinkWithTop,
        noMachinesIs404,
        blankTagForNone,
        undocumentedMembers,
        actionListSaysLastUpdateTimeUtc,
        compressed,
        quotaCodeIsNumber,
        value);
  }
}
