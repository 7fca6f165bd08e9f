package probe;

/** Nothing is wrong with it. */
public final class Probe {

  private final String name;

  /** A probe of that name. */
  public Probe(String name) {
    this.name = name;
  }

  /** Its name. */
  public String name() {
    return name;
  }
}
