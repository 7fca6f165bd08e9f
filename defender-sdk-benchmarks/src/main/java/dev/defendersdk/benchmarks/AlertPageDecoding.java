package dev.defendersdk.benchmarks;

import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Warmup;

/** Of a page of 2,000 alerts with their evidence. Jackson takes long here until it is warm. */
@Warmup(iterations = 15, time = 1)
@OperationsPerInvocation(AlertPageDecoding.ALERTS)
public class AlertPageDecoding extends PageDecoding {

  static final int ALERTS = 2_000;

  /** Makes the page. */
  public AlertPageDecoding() {
    super(new PageSubjects<>(Listed.ALERTS, SEED, ALERTS));
  }
}
