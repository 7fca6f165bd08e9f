package probe;

/** Uses a raw type. */
public final class Probe {

  private final String name;

  /** A probe of that name. */
  public Probe(String name) {
    this.name = name;
  }

  /** Its name, in a raw list. */
  public int count(java.util.List names) {
    return names.size() + name.length();
  }
}
