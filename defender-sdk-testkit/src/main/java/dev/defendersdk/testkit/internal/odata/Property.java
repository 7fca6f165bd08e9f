package dev.defendersdk.testkit.internal.odata;

/**
 * A property of an entity.
 *
 * @param index its place in a row
 * @param filterable whether the service lets it be filtered and ordered by
 */
record Property(String name, int index, Kind kind, boolean filterable) {}
