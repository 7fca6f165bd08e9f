package dev.defendersdk.testkit.internal.alerts;

import dev.defendersdk.testkit.alerts.NewTenantAlert;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of an alert never changes.
 *
 * @param serviceSource as Graph has it; all else as the Defender API has it
 * @param account {@code domain\name} of the user that it is about; null if there is none
 * @param evidence null if it is to be invented
 */
public record AlertFacts(
    String title,
    String description,
    String recommendedActions,
    String category,
    String detectionSource,
    String serviceSource,
    String detectorId,
    @Nullable String threatFamilyName,
    @Nullable String threatName,
    List<String> mitreTechniques,
    @Nullable String account,
    @Nullable List<NewTenantAlert.Evidence> evidence) {

  static final String DEFENDER = "microsoftDefenderForEndpoint";

  /** What Graph calls the product. */
  public String productName() {
    return serviceSource.equals(DEFENDER) ? "Microsoft Defender for Endpoint" : serviceSource;
  }
}
