package dev.defendersdk.benchmarks;

import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Of a page of 10,000 machines. */
@OperationsPerInvocation(MachinePageDecoding.MACHINES)
public class MachinePageDecoding extends PageDecoding {

  static final int MACHINES = 10_000;

  /** Makes the page. */
  public MachinePageDecoding() {
    super(new PageSubjects<>(Listed.MACHINES, SEED, MACHINES));
  }
}
