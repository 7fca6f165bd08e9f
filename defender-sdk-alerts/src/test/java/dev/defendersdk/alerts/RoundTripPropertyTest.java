package dev.defendersdk.alerts;

import dev.defendersdk.testsupport.facts.RoundTripChecks;

/** Whatever comes as an entity of this package is kept. */
class RoundTripPropertyTest extends RoundTripChecks {

  RoundTripPropertyTest() {
    super(AlertOperations.class);
  }
}
