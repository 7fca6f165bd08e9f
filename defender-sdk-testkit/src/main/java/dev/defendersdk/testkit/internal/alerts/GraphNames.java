package dev.defendersdk.testkit.internal.alerts;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How Graph spells what the Defender API spells otherwise. Pages: security-alert.md, alerts.md;
 * where both are silent, names and samples (graph-security.md, section 12).
 */
public final class GraphNames {

  private static final Map<String, String> DETECTION_SOURCES =
      Map.ofEntries(
          Map.entry("WindowsDefenderAtp", "microsoftDefenderForEndpoint"),
          Map.entry("WindowsDefenderAv", "antivirus"),
          Map.entry("WindowsDefenderSmartScreen", "smartScreen"),
          Map.entry("CustomerTI", "customTi"),
          Map.entry("CustomDetection", "customDetection"),
          Map.entry("AutomatedInvestigation", "automatedInvestigation"),
          Map.entry("OfficeATP", "microsoftDefenderForOffice365"),
          Map.entry("MTP", "microsoft365Defender"));

  private GraphNames() {}

  /** The same word with a small letter first. */
  public static String camel(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
  }

  /** The same word with a capital first. */
  public static String pascal(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** {@code unknown} for none, and where Defender has {@code UnSpecified}. */
  public static String enumValue(@Nullable String word) {
    if (word == null || word.equals("UnSpecified")) {
      return "unknown";
    }
    return word.equals("NoEnoughDataToValidate") ? "notEnoughDataToValidate" : camel(word);
  }

  /** As the Defender API has a value that Graph was sent; null for {@code unknown}. */
  public static @Nullable String toDefender(String word) {
    return switch (word) {
      case "unknown" -> null;
      case "notEnoughDataToValidate" -> "NoEnoughDataToValidate";
      case "noEnoughDataToValidate" -> word; // Defender's spelling is none of Graph's
      default -> pascal(word);
    };
  }

  /** What found an alert; of another product, the word itself. */
  public static String detectionSource(String word) {
    return DETECTION_SOURCES.getOrDefault(word, camel(word));
  }
}
