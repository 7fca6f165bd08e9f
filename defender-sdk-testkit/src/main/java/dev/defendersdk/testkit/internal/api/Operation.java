package dev.defendersdk.testkit.internal.api;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table of operations.
 *
 * @param service {@code signIn}, {@code defender} or {@code graph}
 * @param audience {@code endpoint} or {@code graph}; null for sign-in
 * @param application permissions of which a token without user needs one; empty: none needed
 * @param delegated the same for a token with user
 * @param perMinute calls; null: no limit stated
 * @param perHour calls; null: no limit stated
 * @param quota what it shares its limits with; null if it has them for itself
 * @param acts whether it changes something
 * @param body members that a body may have; null: no body
 * @param page the documentation page
 */
public record Operation(
    String id,
    String method,
    String path,
    String service,
    @Nullable String audience,
    List<String> application,
    List<String> delegated,
    @Nullable Integer perMinute,
    @Nullable Integer perHour,
    @Nullable String quota,
    int success,
    boolean acts,
    @Nullable Body body,
    String page) {

  /** Member names of a request body; matched with regard to case. */
  public record Body(List<String> required, List<String> optional) {

    Set<String> all() {
      return Stream.concat(required.stream(), optional.stream()).collect(Collectors.toSet());
    }
  }
}
