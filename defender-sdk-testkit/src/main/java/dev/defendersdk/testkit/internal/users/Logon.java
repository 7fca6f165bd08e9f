package dev.defendersdk.testkit.internal.users;

/**
 * A user on a machine.
 *
 * @param logonTypes as the service joins them: how, no page says
 */
record Logon(User user, String logonTypes) {

  /** An account of the domain. */
  record User(String domain, String name, boolean domainAdmin) {

    String id() {
      return domain + "\\" + name;
    }
  }

  boolean isOnlyNetwork() {
    return logonTypes.equals("Network");
  }
}
