package dev.defendersdk.machineactions.users;

import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Permissions;
import java.util.List;

/** The operations that return users: all that the SDK knows of them, as data. */
public final class UserOperations {

  /** Lists who logged on to a machine. */
  public static final Operation<List<User>> LIST_LOGON_USERS =
      Operation.get("machines.listLogonUsers", "/api/machines/{id}/logonusers")
          .permissions(Permissions.anyOf("User.Read.All"))
          .page("get-machine-log-on-users.md")
          .returnsListOf(User.class);

  /** Gets the user of an alert. */
  public static final Operation<User> GET_OF_ALERT =
      Operation.get("alerts.getUser", "/api/alerts/{id}/user")
          .permissions(Permissions.anyOf("User.Read.All"))
          .page("get-alert-related-user-info.md")
          .returns(User.class);

  private UserOperations() {}

  /** All of them. */
  public static List<Operation<?>> all() {
    return List.of(LIST_LOGON_USERS, GET_OF_ALERT);
  }
}
