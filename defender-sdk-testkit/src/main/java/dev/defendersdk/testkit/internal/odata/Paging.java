package dev.defendersdk.testkit.internal.odata;

import java.util.function.UnaryOperator;

/**
 * How a list is cut into pages.
 *
 * @param pageSize most rows of a page where the caller sets no {@code $top}
 * @param top what {@code $top} means
 * @param skipToken whether a link carries {@code $skiptoken}; else {@code $skip}
 * @param linkHost from the path of the list to where its next link leads, without the query
 */
public record Paging(int pageSize, Top top, boolean skipToken, UnaryOperator<String> linkHost) {

  /** What {@code $top} means to a list. */
  public enum Top {
    /** It caps the whole, and what there is comes at once, without a link. */
    CAPS_UNCUT,
    /** It caps the whole, which is cut into pages. */
    CAPS,
    /** It is the size of a page: the links lead on beyond it. */
    PAGE_SIZE
  }

  /** The same with {@code $skiptoken}: a link cannot be one that the list itself would refuse. */
  public Paging bySkipToken() {
    return new Paging(pageSize, top, true, linkHost);
  }
}
