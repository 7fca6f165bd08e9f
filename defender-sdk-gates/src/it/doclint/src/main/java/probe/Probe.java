package probe;

/** Links to {@link NoSuchType}. */
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
