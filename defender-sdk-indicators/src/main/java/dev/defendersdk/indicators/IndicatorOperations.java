package dev.defendersdk.indicators;

import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Permissions;
import dev.defendersdk.core.call.Repeatability;
import java.util.List;

/** The operations on indicators. */
public final class IndicatorOperations {

  private static final int LARGEST_PAGE = 10_000;

  // With Ti.ReadWrite an application sees and changes what it created alone.
  private static final Permissions WRITING =
      Permissions.anyOf("Ti.ReadWrite", "Ti.ReadWrite.All").orDelegated("Ti.ReadWrite");

  // The two pages list none for users.
  private static final Permissions DELETING =
      Permissions.anyOf("Ti.ReadWrite", "Ti.ReadWrite.All").orDelegated();

  /** Lists indicators. */
  public static final Operation<List<Indicator>> LIST =
      Operation.get("indicators.list", "/api/indicators")
          .permissions(WRITING)
          .page("get-ti-indicators-collection.md")
          .pagedBySkip(LARGEST_PAGE)
          // The size of a page without it is not stated.
          .alwaysSendsTop()
          .returnsListOf(Indicator.class);

  /** Creates or updates an indicator. Repeatable: a second sending updates what the first made. */
  public static final Operation<Indicator> SUBMIT =
      Operation.post("indicators.submit", "/api/indicators")
          .permissions(WRITING)
          .repeatability(Repeatability.REPEATABLE)
          .page("post-ti-indicator.md")
          .returns(Indicator.class);

  /** Creates or updates many indicators. Repeatable, as {@link #SUBMIT}. */
  public static final Operation<List<ImportIndicatorResult>> IMPORT =
      Operation.post("indicators.import", "/api/indicators/import")
          .permissions(WRITING)
          // 30 a minute; no bound for an hour is given.
          .limits(30, 1_800)
          .repeatability(Repeatability.REPEATABLE)
          .page("import-ti-indicators.md")
          .returnsListOf(ImportIndicatorResult.class);

  /** Deletes an indicator. */
  public static final Operation<Void> DELETE =
      Operation.delete("indicators.delete", "/api/indicators/{id}")
          .permissions(DELETING)
          .page("delete-ti-indicator-by-id.md")
          .returnsNothing();

  /** Deletes many indicators. A second sending finds them gone, and is answered 404. */
  public static final Operation<Void> BATCH_DELETE =
      Operation.post("indicators.batchDelete", "/api/indicators/BatchDelete")
          .permissions(DELETING)
          .limits(30, 1_500)
          .repeatability(Repeatability.REPEATABLE)
          .page("batch-delete-ti-indicators.md")
          .returnsNothing();

  private IndicatorOperations() {}

  /** All of them. */
  public static List<Operation<?>> all() {
    return List.of(LIST, SUBMIT, IMPORT, DELETE, BATCH_DELETE);
  }
}
