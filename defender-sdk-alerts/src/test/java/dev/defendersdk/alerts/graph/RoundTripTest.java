package dev.defendersdk.alerts.graph;

import dev.defendersdk.testsupport.facts.RoundTripChecks;

/** Whatever comes as an alert or an incident is kept, evidence of all kinds included. */
class RoundTripTest extends RoundTripChecks {

  RoundTripTest() {
    super(SecurityAlertOperations.class, IncidentOperations.class);
  }
}
