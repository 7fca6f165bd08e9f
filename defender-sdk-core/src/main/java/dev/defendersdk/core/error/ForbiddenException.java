package dev.defendersdk.core.error;

import java.util.List;

/** The token is valid but lacks a permission, or the tenant bars the operation (403). */
@SuppressWarnings("serial") // immutable lists are serializable
public final class ForbiddenException extends DefenderException {

  private static final long serialVersionUID = 1L;

  private final List<String> required;
  private final List<String> held;

  ForbiddenException(ErrorReport report) {
    super(report);
    this.required = report.required;
    this.held = report.held;
  }

  /** The permissions of the operation, any one of which is enough. */
  public List<String> requiredPermissions() {
    return required;
  }

  /** The permissions that the token holds, as far as it can be read. */
  public List<String> heldPermissions() {
    return held;
  }
}
