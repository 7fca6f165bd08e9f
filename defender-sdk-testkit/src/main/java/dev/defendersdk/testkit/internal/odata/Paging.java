package dev.defendersdk.testkit.internal.odata;

import java.util.function.UnaryOperator;

/**
 * How a list is cut into pages.
 *
 * @param pageSize most rows of a page where the caller sets no {@code $top}
 * @param linkWithTop whether a list with {@code $top} is cut into pages too
 * @param skipToken whether a link carries {@code $skiptoken}; else {@code $skip}
 * @param linkHost from the path of the list to where its next link leads, without the query
 */
public record Paging(
    int pageSize, boolean linkWithTop, boolean skipToken, UnaryOperator<String> linkHost) {}
