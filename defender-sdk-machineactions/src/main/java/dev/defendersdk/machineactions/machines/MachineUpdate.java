package dev.defendersdk.machineactions.machines;

import dev.defendersdk.core.argument.Check;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to change of a machine; what is not said stays as it is. Immutable: every method returns a
 * new one. Page: update-machine-method.md.
 */
public final class MachineUpdate {

  private static final MachineUpdate NOTHING = new MachineUpdate(null, null);

  private final @Nullable List<String> machineTags;
  private final @Nullable DeviceValue deviceValue;

  private MachineUpdate(@Nullable List<String> machineTags, @Nullable DeviceValue deviceValue) {
    this.machineTags = machineTags;
    this.deviceValue = deviceValue;
  }

  /** Changes nothing yet. */
  public static MachineUpdate nothing() {
    return NOTHING;
  }

  /**
   * These tags and no other: what is left out is removed. For one tag more or less there are {@link
   * MachinesClient#addTag(String, String)} and {@link MachinesClient#removeTag(String, String)},
   * which need no list.
   *
   * <p>The page contradicts itself: in one place the tags are only added, in another they replace
   * all. Users see them replaced, so send all that are to stay.
   *
   * @param tags at least one: the service refuses an empty list
   */
  public MachineUpdate machineTags(Collection<String> tags) {
    List<String> given = Check.noNulls(tags, "tags");
    if (given.isEmpty()) {
      throw new IllegalArgumentException(
          "tags is empty: the service refuses an empty list. Remove the tags with removeTag.");
    }
    for (int i = 0; i < given.size(); i++) {
      Check.notBlank(given.get(i), "tags[" + i + "]");
    }
    return new MachineUpdate(given, deviceValue);
  }

  /**
   * The value that the tenant gives it. The page lets it be null, but says not what that does; it
   * is not offered.
   */
  public MachineUpdate deviceValue(DeviceValue value) {
    return new MachineUpdate(machineTags, Check.notNull(value, "value"));
  }

  /** The tags that the machine is to have; null if they stay. */
  public @Nullable List<String> machineTags() {
    return machineTags;
  }

  /** The value that the machine is to have; null if it stays. */
  public @Nullable DeviceValue deviceValue() {
    return deviceValue;
  }

  /** Whether it changes nothing. */
  public boolean isEmpty() {
    return machineTags == null && deviceValue == null;
  }

  /** Shows which properties it changes, not how. */
  @Override
  public String toString() {
    return "MachineUpdate["
        + (machineTags == null ? "" : "machineTags ")
        + (deviceValue == null ? "" : "deviceValue")
        + "]";
  }
}
