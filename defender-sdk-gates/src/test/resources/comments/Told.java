package comments;

/** A record whose heading tells all. */
public record Told(String one) {
  public Told {
    if (one.isEmpty()) {
      throw new IllegalArgumentException("one is empty");
    }
  }

  /** Tells it with no parameter to speak of. */
  public String twice(int times) {
    return one.repeat(times);
  }
}
