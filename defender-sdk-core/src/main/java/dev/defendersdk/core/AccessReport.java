package dev.defendersdk.core;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.call.Service;
import java.net.URI;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant has granted of what some operations need, as the token says it, before anything is
 * called.
 *
 * @param tenantId the tenant that was asked for, by id or domain name
 * @param tokenTenantId the tenant of the token by its own word, or empty if it cannot be read. An
 *     id that was asked for is compared with it; whether a domain name is this tenant's is not
 *     known here, so compare it yourself where that matters
 * @param clientId the application, or empty if it is not known
 * @param held the permissions in the token
 * @param missing the operations that lack a permission
 * @param problems what else is wrong: a token of another tenant or audience, or one that cannot be
 *     read
 * @param consentLink where an administrator of the tenant lets the application of another tenant
 *     in, as {@link AdminConsent#link()}; null for an application of the tenant itself, or whose id
 *     is not known
 */
public record AccessReport(
    String tenantId,
    String tokenTenantId,
    String clientId,
    List<String> held,
    List<Missing> missing,
    List<String> problems,
    @Nullable URI consentLink) {

  /**
   * An operation that lacks a permission.
   *
   * @param operation the operation's id
   * @param service whose permissions they are
   * @param anyOf the permissions, any one of which is enough
   */
  public record Missing(String operation, Service service, List<String> anyOf) {

    /** Copies the list. */
    public Missing {
      Check.notBlank(operation, "operation");
      Check.notNull(service, "service");
      anyOf = Check.noNulls(anyOf, "anyOf");
    }
  }

  /** Copies the lists. */
  public AccessReport {
    Check.notBlank(tenantId, "tenantId");
    Check.notNull(tokenTenantId, "tokenTenantId");
    Check.notNull(clientId, "clientId");
    held = Check.noNulls(held, "held");
    missing = Check.noNulls(missing, "missing");
    problems = Check.noNulls(problems, "problems");
  }

  /** True if nothing is missing and nothing else is wrong. */
  public boolean isGranted() {
    return missing.isEmpty() && problems.isEmpty();
  }

  /**
   * Words to send to the tenant's administrator; empty if there is nothing to do. For the
   * application of another tenant they ask for consent by {@link #consentLink}: it grants what the
   * application's registration asks for at that time, so add the permissions there first.
   */
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
                "- "
                    + nameOf(lacks.service())
                    + ": "
                    + String.join(" or ", lacks.anyOf())
                    + " (for "
                    + lacks.operation()
                    + ")"));
    lines.add(
        consentLink == null
            ? "Please add them to its registration (Entra ID, App registrations, API permissions, Add a"
                + " permission; WindowsDefenderATP is under APIs my organization uses), and grant"
                + " admin consent."
            : "It is the application of another tenant. Please open this link as an administrator, and"
                + " accept: "
                + consentLink);
    return lines.toString();
  }

  // What the page that adds permissions calls them.
  private static String nameOf(Service service) {
    return service == Service.GRAPH ? "Microsoft Graph" : "WindowsDefenderATP";
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
