package dev.defendersdk.testkit.internal.machines;

import dev.defendersdk.testkit.fleet.Reach;
import dev.defendersdk.testkit.internal.odata.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A machine of the tenant. Guarded by the cloud's lock. */
public final class Machine {

  private Row row;
  private Reach reach;
  private String isolation = "None";
  private boolean restricted;
  private boolean offboarded;

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

  /** From when on an action can reach it; null for never. An offboarded one has no sensor. */
  public @Nullable Instant onlineFrom() {
    return offboarded ? null : reach.onlineFrom();
  }

  public boolean isOnline(Instant now) {
    Instant from = onlineFrom();
    return from != null && !now.isBefore(from);
  }

  /** {@code None}, {@code Full}, {@code Selective} or {@code UnManagedDevice}. */
  public String isolation() {
    return isolation;
  }

  public void isolation(String other) {
    isolation = other;
  }

  /** Whether it runs only what Microsoft signed. */
  public boolean restricted() {
    return restricted;
  }

  public void restricted(boolean other) {
    restricted = other;
  }

  public boolean offboarded() {
    return offboarded;
  }

  /** Stops its sensor. Its entity stays as it is: no page says what becomes of it. */
  public void offboard() {
    offboarded = true;
  }
}
