package dev.defendersdk.core.call;

import dev.defendersdk.core.argument.Check;
import java.util.Arrays;
import java.util.List;

/**
 * The permissions of an operation: any one of a list is enough.
 *
 * @param application names for tokens of an application ({@code roles} claim)
 * @param delegated names for tokens of a user ({@code scp} claim)
 */
public record Permissions(List<String> application, List<String> delegated) {

  /** No permission is documented. */
  public static final Permissions NONE_STATED = new Permissions(List.of(), List.of());

  /** Copies the lists. */
  public Permissions {
    application = Check.noNulls(application, "application");
    delegated = Check.noNulls(delegated, "delegated");
    application.forEach(name -> Check.notBlank(name, "application"));
    delegated.forEach(name -> Check.notBlank(name, "delegated"));
  }

  /** Any one of these is enough for an application; the same names hold for users. */
  public static Permissions anyOf(String... names) {
    List<String> list = Arrays.asList(Check.notNull(names, "names"));
    return new Permissions(list, list);
  }

  /** The same application permissions with other names for users. */
  public Permissions orDelegated(String... names) {
    return new Permissions(application, Arrays.asList(Check.notNull(names, "names")));
  }
}
