package probe;

/** Compares references. */
public final class Probe {

  private final String name;

  /** A probe of that name. */
  public Probe(String name) {
    this.name = name;
  }

  /** Whether it has that name, compared the wrong way: only a warning by itself. */
  public boolean isCalled(String other) {
    return name == other;
  }
}
