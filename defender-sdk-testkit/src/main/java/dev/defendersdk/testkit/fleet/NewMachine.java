package dev.defendersdk.testkit.fleet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A machine to be added to a tenant. What is not said is invented; the platform is then Windows 10
 * or 11, which takes all actions. Immutable.
 */
public final class NewMachine {

  private final String name;
  private final Map<String, Object> properties;
  private final Reach reach;

  private NewMachine(String name, Map<String, Object> properties, Reach reach) {
    this.name = name;
    this.properties = Map.copyOf(properties);
    this.reach = reach;
  }

  /**
   * An online machine of this name.
   *
   * @param computerDnsName such as {@code pc-1.contoso.com}; not blank
   */
  public static NewMachine named(String computerDnsName) {
    if (computerDnsName.isBlank()) {
      throw new IllegalArgumentException("computerDnsName is blank: a machine needs a name");
    }
    return new NewMachine(computerDnsName, Map.of(), Reach.online());
  }

  /** This machine with its id: 40 hex digits in lower case. */
  public NewMachine id(String id) {
    if (!id.matches("[0-9a-f]{40}")) {
      throw new IllegalArgumentException(
          "id is '" + id + "': a machine id is 40 hex digits in lower case; give that or none");
    }
    return with("id", id);
  }

  /** This machine with these tags and no other. */
  public NewMachine tags(String... tags) {
    return with("machineTags", List.of(tags));
  }

  /** This machine with one interface, of this address. */
  public NewMachine ipAddress(String ipAddress) {
    return with("lastIpAddress", ipAddress);
  }

  /**
   * This machine with a property as the entity has it.
   *
   * @param property such as {@code riskScore}
   * @param value a text, a number, a truth value, an {@link java.time.Instant}, or a list of texts
   */
  public NewMachine with(String property, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(properties);
    more.put(Objects.requireNonNull(property, "property"), Objects.requireNonNull(value, "value"));
    return new NewMachine(name, more, reach);
  }

  /** This machine with another reach. */
  public NewMachine reach(Reach value) {
    return new NewMachine(name, properties, Objects.requireNonNull(value, "value"));
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Properties that were said, by name. */
  public Map<String, Object> properties() {
    return properties;
  }

  /** A property that was said; null if it was not. */
  public @Nullable Object property(String property) {
    return properties.get(property);
  }

  /** Whether an action can reach it. */
  public Reach reach() {
    return reach;
  }
}
