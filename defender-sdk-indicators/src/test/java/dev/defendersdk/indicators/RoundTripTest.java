package dev.defendersdk.indicators;

import dev.defendersdk.indicators.observables.ObservableOperations;
import dev.defendersdk.testsupport.facts.RoundTripChecks;

/** Whatever comes as an entity of this module is kept. */
class RoundTripTest extends RoundTripChecks {

  RoundTripTest() {
    super(IndicatorOperations.class, ObservableOperations.class);
  }
}
