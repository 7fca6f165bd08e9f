package dev.defendersdk.testkit.internal.hunting;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows under columns.
 *
 * @param columns by their order
 * @param rows a value for each column that the row has one for
 */
record EventTable(Map<String, Kind> columns, List<Map<String, @Nullable Object>> rows) {}
