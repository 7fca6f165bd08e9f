package dev.defendersdk.testkit.internal.users;

/**
 * A user on a machine.
 *
 * @param logonTypes as the service joins them: how, no page says
 */
public record Logon(User user, String logonTypes) {

  /** An account of the domain. */
  public record User(String domain, String name, boolean domainAdmin) {

    public String id() {
      return domain + "\\" + name;
    }
  }

  public boolean isOnlyNetwork() {
    return logonTypes.equals("Network");
  }
}
