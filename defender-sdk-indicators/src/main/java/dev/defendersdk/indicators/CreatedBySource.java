package dev.defendersdk.indicators;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/**
 * Through what an indicator was created. Observed, and in the service metadata; the page has the
 * name of the user or application here.
 */
public final class CreatedBySource extends OpenEnum<CreatedBySource.Known> {

  private static final Values<Known, CreatedBySource> VALUES =
      new Values<>(CreatedBySource::new, Known.UNRECOGNIZED);

  /** The value {@code Unspecified}. */
  public static final CreatedBySource UNSPECIFIED = VALUES.known("Unspecified", Known.UNSPECIFIED);

  /** The value {@code PublicApi}: an application, through this API. */
  public static final CreatedBySource PUBLIC_API = VALUES.known("PublicApi", Known.PUBLIC_API);

  /** The value {@code Portal}: a person, in the portal. */
  public static final CreatedBySource PORTAL = VALUES.known("Portal", Known.PORTAL);

  /** The value {@code MCAS}: Defender for Cloud Apps. */
  public static final CreatedBySource MCAS = VALUES.known("MCAS", Known.MCAS);

  /** The value {@code TVM}. */
  public static final CreatedBySource TVM = VALUES.known("TVM", Known.TVM);

  /** The value {@code CustomDetection}. */
  public static final CreatedBySource CUSTOM_DETECTION =
      VALUES.known("CustomDetection", Known.CUSTOM_DETECTION);

  /** The value {@code BulkAction}. */
  public static final CreatedBySource BULK_ACTION = VALUES.known("BulkAction", Known.BULK_ACTION);

  /** The value {@code ISG}. */
  public static final CreatedBySource ISG = VALUES.known("ISG", Known.ISG);

  /** The value {@code NDR}. */
  public static final CreatedBySource NDR = VALUES.known("NDR", Known.NDR);

  /** The value {@code EndpointConfigManagement}. */
  public static final CreatedBySource ENDPOINT_CONFIG_MANAGEMENT =
      VALUES.known("EndpointConfigManagement", Known.ENDPOINT_CONFIG_MANAGEMENT);

  /** The value {@code IncidentTasks}. */
  public static final CreatedBySource INCIDENT_TASKS =
      VALUES.known("IncidentTasks", Known.INCIDENT_TASKS);

  /** The value {@code MDI}. */
  public static final CreatedBySource MDI = VALUES.known("MDI", Known.MDI);

  /** The value {@code ActiveScan}. */
  public static final CreatedBySource ACTIVE_SCAN = VALUES.known("ActiveScan", Known.ACTIVE_SCAN);

  private CreatedBySource(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static CreatedBySource of(String value) {
    return VALUES.of(value);
  }

  /** As it is sent: in the spelling of the service's schema. */
  CreatedBySource sent() {
    return VALUES.canonical(this);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link CreatedBySource#UNSPECIFIED}. */
    UNSPECIFIED,
    /** {@link CreatedBySource#PUBLIC_API}. */
    PUBLIC_API,
    /** {@link CreatedBySource#PORTAL}. */
    PORTAL,
    /** {@link CreatedBySource#MCAS}. */
    MCAS,
    /** {@link CreatedBySource#TVM}. */
    TVM,
    /** {@link CreatedBySource#CUSTOM_DETECTION}. */
    CUSTOM_DETECTION,
    /** {@link CreatedBySource#BULK_ACTION}. */
    BULK_ACTION,
    /** {@link CreatedBySource#ISG}. */
    ISG,
    /** {@link CreatedBySource#NDR}. */
    NDR,
    /** {@link CreatedBySource#ENDPOINT_CONFIG_MANAGEMENT}. */
    ENDPOINT_CONFIG_MANAGEMENT,
    /** {@link CreatedBySource#INCIDENT_TASKS}. */
    INCIDENT_TASKS,
    /** {@link CreatedBySource#MDI}. */
    MDI,
    /** {@link CreatedBySource#ACTIVE_SCAN}. */
    ACTIVE_SCAN,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
