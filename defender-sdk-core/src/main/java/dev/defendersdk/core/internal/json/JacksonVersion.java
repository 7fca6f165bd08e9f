package dev.defendersdk.core.internal.json;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.cfg.PackageVersion;

/**
 * The Jackson that is on the class path, which need not be the one that the SDK was built with.
 * Touches nothing that an old one may lack.
 */
public final class JacksonVersion {

  private static final int LOWEST_MINOR = 15;

  private JacksonVersion() {}

  /**
   * Refuses a Jackson that is too old, or mixed of several, before it loses data or fails in ways
   * that do not name it.
   *
   * @throws IllegalStateException if it is
   */
  public static void check() {
    check(PackageVersion.VERSION, com.fasterxml.jackson.core.json.PackageVersion.VERSION);
  }

  static void check(Version databind, Version core) {
    boolean old = isOld(databind) || isOld(core);
    boolean mixed =
        databind.getMajorVersion() != core.getMajorVersion()
            || databind.getMinorVersion() != core.getMinorVersion();
    if (old || mixed) {
      throw new IllegalStateException(
          "jackson-databind is "
              + databind
              + " and jackson-core is "
              + core
              + ": both must be of one version, 2.15 or later. Import jackson-bom, or name the"
              + " versions in the dependencies.");
    }
  }

  // By the numbers alone: Jackson's own comparison begins with the names of the artifacts.
  private static boolean isOld(Version version) {
    return version.getMajorVersion() < 2
        || (version.getMajorVersion() == 2 && version.getMinorVersion() < LOWEST_MINOR);
  }
}
