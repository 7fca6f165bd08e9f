package dev.defendersdk.core;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * Where an action was asked for, or an indicator created. Observed, and in the service metadata; of
 * an indicator the page says that it is the name of the user or application.
 */
public final class RequestSource extends OpenEnum<RequestSource.Known> {

  private static final Values<Known, RequestSource> VALUES =
      new Values<>(RequestSource::new, Known.UNRECOGNIZED);

  /** The value {@code Unspecified}. */
  public static final RequestSource UNSPECIFIED = VALUES.known("Unspecified", Known.UNSPECIFIED);

  /** The value {@code PublicApi}: an application, through this API. */
  public static final RequestSource PUBLIC_API = VALUES.known("PublicApi", Known.PUBLIC_API);

  /** The value {@code Portal}: a person, in the portal. */
  public static final RequestSource PORTAL = VALUES.known("Portal", Known.PORTAL);

  /** The value {@code MCAS}: Defender for Cloud Apps. */
  public static final RequestSource MCAS = VALUES.known("MCAS", Known.MCAS);

  /** The value {@code TVM}. */
  public static final RequestSource TVM = VALUES.known("TVM", Known.TVM);

  /** The value {@code CustomDetection}. */
  public static final RequestSource CUSTOM_DETECTION =
      VALUES.known("CustomDetection", Known.CUSTOM_DETECTION);

  /** The value {@code BulkAction}. */
  public static final RequestSource BULK_ACTION = VALUES.known("BulkAction", Known.BULK_ACTION);

  /** The value {@code ISG}. */
  public static final RequestSource ISG = VALUES.known("ISG", Known.ISG);

  /** The value {@code NDR}. */
  public static final RequestSource NDR = VALUES.known("NDR", Known.NDR);

  /** The value {@code EndpointConfigManagement}. */
  public static final RequestSource ENDPOINT_CONFIG_MANAGEMENT =
      VALUES.known("EndpointConfigManagement", Known.ENDPOINT_CONFIG_MANAGEMENT);

  /** The value {@code IncidentTasks}. */
  public static final RequestSource INCIDENT_TASKS =
      VALUES.known("IncidentTasks", Known.INCIDENT_TASKS);

  /** The value {@code MDI}. */
  public static final RequestSource MDI = VALUES.known("MDI", Known.MDI);

  /** The value {@code ActiveScan}. */
  public static final RequestSource ACTIVE_SCAN = VALUES.known("ActiveScan", Known.ACTIVE_SCAN);

  private RequestSource(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static RequestSource of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link RequestSource#UNSPECIFIED}. */
    UNSPECIFIED,
    /** {@link RequestSource#PUBLIC_API}. */
    PUBLIC_API,
    /** {@link RequestSource#PORTAL}. */
    PORTAL,
    /** {@link RequestSource#MCAS}. */
    MCAS,
    /** {@link RequestSource#TVM}. */
    TVM,
    /** {@link RequestSource#CUSTOM_DETECTION}. */
    CUSTOM_DETECTION,
    /** {@link RequestSource#BULK_ACTION}. */
    BULK_ACTION,
    /** {@link RequestSource#ISG}. */
    ISG,
    /** {@link RequestSource#NDR}. */
    NDR,
    /** {@link RequestSource#ENDPOINT_CONFIG_MANAGEMENT}. */
    ENDPOINT_CONFIG_MANAGEMENT,
    /** {@link RequestSource#INCIDENT_TASKS}. */
    INCIDENT_TASKS,
    /** {@link RequestSource#MDI}. */
    MDI,
    /** {@link RequestSource#ACTIVE_SCAN}. */
    ACTIVE_SCAN,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
