package dev.defendersdk.machineactions.scans;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.argument.Ids;
import org.jspecify.annotations.Nullable;

/** A scan definition to add. Immutable. Page: add-a-new-scan-definition.md. */
public final class NewScanDefinition {

  private final String scanName;
  private final String scannerAgent;
  private final ScanTargets targets;
  private final ScanAuthentication authentication;
  private final int intervalInHours;
  private final boolean active;

  private NewScanDefinition(Builder builder) {
    this.scanName = given(builder.scanName, "scanName");
    this.scannerAgent = given(builder.scannerAgent, "scannerAgent");
    this.targets = given(builder.targets, "targets");
    this.authentication = given(builder.authentication, "authentication");
    this.intervalInHours = given(builder.intervalInHours, "intervalInHours");
    this.active = builder.active;
  }

  private static <T> T given(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(
          name + " is missing: a definition needs it. Set it with " + name + "(…).");
    }
    return value;
  }

  /** Begins a definition. All but {@code active} must be set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Its name. */
  public String scanName() {
    return scanName;
  }

  /** The id of the machine that scans. */
  public String scannerAgent() {
    return scannerAgent;
  }

  /** What it looks at. */
  public ScanTargets targets() {
    return targets;
  }

  /** How it signs in. */
  public ScanAuthentication authentication() {
    return authentication;
  }

  /** Hours from one scan to the next. */
  public int intervalInHours() {
    return intervalInHours;
  }

  /** Whether it runs. */
  public boolean active() {
    return active;
  }

  /** Shows the type of scan alone. */
  @Override
  public String toString() {
    return "NewScanDefinition[" + authentication.scanType() + "]";
  }

  /** Collects a definition. For one thread. */
  public static final class Builder {

    private @Nullable String scanName;
    private @Nullable String scannerAgent;
    private @Nullable ScanTargets targets;
    private @Nullable ScanAuthentication authentication;
    private @Nullable Integer intervalInHours;
    private boolean active = true;

    private Builder() {}

    /** Its name. */
    public Builder scanName(String scanName) {
      this.scanName = Check.notBlank(scanName, "scanName");
      return this;
    }

    /**
     * The machine that scans.
     *
     * @param machineId as {@link ScanAgent#machineId} has it
     */
    public Builder scannerAgent(String machineId) {
      this.scannerAgent = Ids.machine(machineId);
      return this;
    }

    /** What it looks at. */
    public Builder targets(ScanTargets targets) {
      this.targets = Check.notNull(targets, "targets");
      return this;
    }

    /** How it signs in, which also says what is scanned. */
    public Builder authentication(ScanAuthentication authentication) {
      this.authentication = Check.notNull(authentication, "authentication");
      return this;
    }

    /** Hours from one scan to the next, at least 1. */
    public Builder intervalInHours(int hours) {
      this.intervalInHours = Check.between(hours, 1, Integer.MAX_VALUE, "hours");
      return this;
    }

    /** Whether it runs; it does if nothing is said. */
    public Builder active(boolean active) {
      this.active = active;
      return this;
    }

    /**
     * The definition.
     *
     * @throws IllegalArgumentException if something is missing
     */
    public NewScanDefinition build() {
      return new NewScanDefinition(this);
    }
  }
}
