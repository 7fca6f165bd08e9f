package probe;

/** Returns null. */
public final class Probe {

  private final String name;

  /** A probe of that name. */
  public Probe(String name) {
    this.name = name;
  }

  /** Its name, or so it says. */
  public String name() {
    return name.isEmpty() ? null : name;
  }
}
