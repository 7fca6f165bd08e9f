package dev.defendersdk.testkit.internal.hunting;

import dev.defendersdk.testkit.internal.api.ApiError;

/** Refusals of a query: 400, with the words of the service (hunting.md, Errors and throttling). */
final class KqlError {

  private KqlError() {}

  static ApiError syntax(String near) {
    return ApiError.badRequest(
        "A recognition error occurred. Near '" + near + "'. Fix syntax errors in your query.");
  }

  static ApiError semantic(String operator, String message) {
    return ApiError.badRequest(
        "'" + operator + "' operator: " + message + ". Fix semantic errors in your query.");
  }

  static ApiError unsupported(String what) {
    return ApiError.badRequest(
        "'"
            + what
            + "' operator: the simulated tenant does not know it. It knows where, project, take,"
            + " limit, order by and sort by. Fix semantic errors in your query.");
  }
}
