package dev.defendersdk.indicators.sync;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.NewIndicator;

/**
 * By what an integration knows its own indicators again, after a restart too: a tag that it puts on
 * each. An entry is the integration's own if its application created it <em>and</em> it has the
 * tag; so two integrations may share an application. Immutable.
 */
public final class OwnerMark {

  private final String tag;
  private final boolean inApplication;

  private OwnerMark(String tag, boolean inApplication) {
    this.tag = Check.notBlank(tag, "tag").strip();
    this.inApplication = inApplication;
  }

  /**
   * The tag as the {@code application} of each indicator. The service takes that of a new indicator
   * alone, and an update does not change it (post-ti-indicator.md): an entry that was made without
   * the tag never gets it, and is somebody else's, unless {@link ConflictPolicy#ADOPT} replaces it.
   */
  public static OwnerMark inApplication(String tag) {
    return new OwnerMark(tag, true);
  }

  /**
   * The tag in brackets at the end of each description, such as {@code "Seen by NetShield. [ns]"}.
   * An update can put it there. A person who takes it out makes the entry that person's own.
   */
  public static OwnerMark inDescription(String tag) {
    return new OwnerMark(tag, false);
  }

  boolean isInApplication() {
    return inApplication;
  }

  boolean isOn(Indicator entry) {
    String text = inApplication ? entry.application() : entry.description();
    return text != null && (inApplication ? text.strip().equals(tag) : text.contains(bracketed()));
  }

  NewIndicator on(NewIndicator indicator) {
    if (!inApplication) {
      String description = indicator.description();
      return description.contains(bracketed())
          ? indicator
          : indicator.description(description.stripTrailing() + " " + bracketed());
    }
    String application = indicator.application();
    if (application != null && !application.strip().equals(tag)) {
      throw new IllegalArgumentException(
          "application is "
              + Check.quote(application)
              + ": the mark "
              + Check.quote(tag)
              + " takes its place. Leave it out, or put the mark into the description.");
    }
    return indicator.application(tag);
  }

  private String bracketed() {
    return "[" + tag + "]";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OwnerMark that
        && that.tag.equals(tag)
        && that.inApplication == inApplication;
  }

  @Override
  public int hashCode() {
    return tag.hashCode();
  }

  @Override
  public String toString() {
    return "OwnerMark[" + tag + (inApplication ? " in application]" : " in description]");
  }
}
