package dev.defendersdk.testkit.internal.actions;

import dev.defendersdk.testkit.internal.odata.Row;
import dev.defendersdk.testkit.internal.odata.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a machine action. Pages: machineaction.md, and get-machineactions-collection.md
 * for what can be filtered by.
 */
final class ActionSchema {

  static final Schema SCHEMA =
      Schema.of(
          """
          id text filter
          type text filter
          title text
          requestor text filter
          requestorComment text
          status text filter
          machineId text filter
          computerDnsName text
          creationDateTimeUtc time filter
          lastUpdateTimeUtc time
          lastUpdateDateTimeUtc time
          cancellationRequestor text
          cancellationComment text
          cancellationDateTimeUtc time
          errorHResult number
          scope text
          externalId text
          requestSource text
          relatedFileInfo other
          commands other
          troubleshootInfo other
          """);

  private ActionSchema() {}

  /**
   * The action as it stands.
   *
   * @param inList whether it is written as lists write it
   * @param listHasOwnName whether lists spell the time of the last update in their own way
   */
  static Row row(Action action, boolean inList, boolean listHasOwnName) {
    boolean ownName = inList && listHasOwnName;
    Action.Order order = action.order;
    Action.Cancellation cancellation = action.cancellation();
    return SCHEMA
        .row()
        .set("id", action.id)
        .set("type", action.type())
        .set("title", order.title())
        .set("requestor", order.requestor())
        .set("requestorComment", order.comment())
        .set("status", action.status())
        .set("machineId", order.machineId())
        .set("computerDnsName", order.computerDnsName())
        .set("creationDateTimeUtc", action.created)
        .set(ownName ? "lastUpdateTimeUtc" : "lastUpdateDateTimeUtc", action.updated())
        .leaveOut(ownName ? "lastUpdateDateTimeUtc" : "lastUpdateTimeUtc")
        .set("cancellationRequestor", cancellation == null ? null : cancellation.requestor())
        .set("cancellationComment", cancellation == null ? null : cancellation.comment())
        .set("cancellationDateTimeUtc", cancellation == null ? null : cancellation.time())
        .set("errorHResult", action.status().equals("Failed") ? -2147024809 : 0)
        .set("scope", order.scope())
        .set("externalId", order.externalId())
        .set("requestSource", order.requestSource())
        .set("relatedFileInfo", relatedFile(order.sha1()))
        .set("commands", action.session == null ? List.of() : action.session.rows())
        .build();
  }

  private static @Nullable Map<String, Object> relatedFile(@Nullable String sha1) {
    return sha1 == null ? null : Map.of("fileIdentifier", sha1, "fileIdentifierType", "Sha1");
  }
}
