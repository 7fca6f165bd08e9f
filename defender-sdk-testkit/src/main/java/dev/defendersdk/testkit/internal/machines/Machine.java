package dev.defendersdk.testkit.internal.machines;

import dev.defendersdk.testkit.fleet.Reach;
import dev.defendersdk.testkit.internal.odata.Row;
import java.time.Instant;

/** A machine of the tenant. Guarded by the cloud's lock. */
public final class Machine {

  private Row row;
  private Reach reach;
  private String isolation = "None";

  Machine(Row row, Reach reach) {
    this.row = row;
    this.reach = reach;
  }

  public String id() {
    return row.text("id");
  }

  public String name() {
    return row.text("computerDnsName");
  }

  public Row row() {
    return row;
  }

  public void replace(Row other) {
    row = other;
  }

  public Reach reach() {
    return reach;
  }

  /** Changes its reach from now on: one that comes back was away until now. */
  public void reach(Reach other, Instant now) {
    boolean comesBack = !reach.isOnline(now) && other.isOnline(now);
    reach = comesBack ? other.from(now) : other;
  }

  /** {@code None}, {@code Full}, {@code Selective} or {@code UnManagedDevice}. */
  public String isolation() {
    return isolation;
  }

  public void isolation(String other) {
    isolation = other;
  }
}
