package dev.defendersdk.indicators;

/**
 * A value, of which is still to be said what Defender does with it. Each kind of value offers the
 * actions that it can be given, and no other. Title and description are required with each; with
 * {@code block} alone the service shows neither, but a generic alert of its own.
 */
public abstract sealed class IndicatorStart {

  private final IndicatorType type;
  private final String value;

  private IndicatorStart(IndicatorType type, String value) {
    this.type = type;
    this.value = value;
  }

  final NewIndicator with(IndicatorAction action, String title, String description) {
    return NewIndicator.of(type, value, action, title, description);
  }

  /** The type of the value. */
  public final IndicatorType indicatorType() {
    return type;
  }

  /** The value, in the form in which it is sent. */
  public final String indicatorValue() {
    return value;
  }

  /** It runs or is reached, whatever Defender thinks of it; no alert is raised. */
  public final NewIndicator allow(String title, String description) {
    return with(IndicatorAction.ALLOWED, title, description);
  }

  /** Shows type and value. */
  @Override
  public final String toString() {
    return "IndicatorStart[" + type + " " + value + "]";
  }

  /** The hash of a file. Pages: indicator-file.md, indicators-overview.md. */
  public static final class File extends IndicatorStart {

    File(IndicatorType type, String value) {
      super(type, value);
    }

    /** It runs, and an alert of the severity that is given is raised. */
    public NewIndicator audit(String title, String description) {
      return with(IndicatorAction.AUDIT, title, description);
    }

    /** The user is warned, and may go on. A page says that this is for Cloud Apps alone. */
    public NewIndicator warn(String title, String description) {
      return with(IndicatorAction.WARN, title, description);
    }

    /** It cannot run. */
    public NewIndicator block(String title, String description) {
      return with(IndicatorAction.BLOCK, title, description);
    }

    /** It cannot run, and is put into quarantine. */
    public NewIndicator blockAndRemediate(String title, String description) {
      return with(IndicatorAction.BLOCK_AND_REMEDIATE, title, description);
    }
  }

  /** An address, a domain or a URL. Page: indicator-ip-domain.md. */
  public static final class Network extends IndicatorStart {

    Network(IndicatorType type, String value) {
      super(type, value);
    }

    /** It is reached, and an alert of the severity that is given is raised. */
    public NewIndicator audit(String title, String description) {
      return with(IndicatorAction.AUDIT, title, description);
    }

    /** The user is warned, and may go on. A page says that this is for Cloud Apps alone. */
    public NewIndicator warn(String title, String description) {
      return with(IndicatorAction.WARN, title, description);
    }

    /** It cannot be reached. */
    public NewIndicator block(String title, String description) {
      return with(IndicatorAction.BLOCK, title, description);
    }
  }

  /** The thumbprint of a leaf certificate. Page: indicator-certificates.md. */
  public static final class Certificate extends IndicatorStart {

    Certificate(String value) {
      super(IndicatorType.CERTIFICATE_THUMBPRINT, value);
    }

    /** What it signs cannot run, and is put into quarantine. */
    public NewIndicator blockAndRemediate(String title, String description) {
      return with(IndicatorAction.BLOCK_AND_REMEDIATE, title, description);
    }
  }
}
