package dev.defendersdk.core;

import dev.defendersdk.core.argument.Check;
import java.util.List;
import java.util.StringJoiner;

/**
 * What a tenant has granted of what some operations need, as the token says it, before anything is
 * called.
 *
 * @param tenantId the tenant that was asked for
 * @param clientId the application, or empty if it is not known
 * @param held the permissions in the token
 * @param missing the operations that lack a permission
 * @param problems what else is wrong: a token of another tenant or audience, or one that cannot be
 *     read
 */
public record AccessReport(
    String tenantId,
    String clientId,
    List<String> held,
    List<Missing> missing,
    List<String> problems) {

  /**
   * An operation that lacks a permission.
   *
   * @param operation the operation's id
   * @param anyOf the permissions, any one of which is enough
   */
  public record Missing(String operation, List<String> anyOf) {

    /** Copies the list. */
    public Missing {
      Check.notBlank(operation, "operation");
      anyOf = Check.noNulls(anyOf, "anyOf");
    }
  }

  /** Copies the lists. */
  public AccessReport {
    Check.notBlank(tenantId, "tenantId");
    Check.notNull(clientId, "clientId");
    held = Check.noNulls(held, "held");
    missing = Check.noNulls(missing, "missing");
    problems = Check.noNulls(problems, "problems");
  }

  /** True if nothing is missing and nothing else is wrong. */
  public boolean isGranted() {
    return missing.isEmpty() && problems.isEmpty();
  }

  /** Words to send to the tenant's administrator; empty if there is nothing to do. */
  public String wordsForAdministrator() {
    if (missing.isEmpty()) {
      return "";
    }
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    lines.add(
        "The application "
            + (clientId.isEmpty() ? "" : clientId + " ")
            + "needs further permissions in the tenant "
            + tenantId
            + ":");
    missing.forEach(
        lacks ->
            lines.add(
                "- " + String.join(" or ", lacks.anyOf()) + " (for " + lacks.operation() + ")"));
    lines.add(
        "Please add them under Entra ID, App registrations, API permissions, APIs my organization uses,"
            + " WindowsDefenderATP, and grant admin consent.");
    return lines.toString();
  }

  /** The report in a few words, for a log. */
  @Override
  public String toString() {
    return isGranted()
        ? "AccessReport[tenant " + tenantId + ": granted]"
        : "AccessReport[tenant "
            + tenantId
            + ": missing "
            + missing
            + ", problems "
            + problems
            + "]";
  }
}
