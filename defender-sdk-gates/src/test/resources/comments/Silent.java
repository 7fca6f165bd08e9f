package comments;

public class Silent {

  public Silent() {}

  public void method() {}

  protected void inherited() {}

  /** Has one. */
  public void commented() {}

  // Not a comment of this kind.
  public static int withLineComment() {
    return 0;
  }

  void own() {}

  @Override
  public String toString() {
    return "";
  }

  public interface Nested {
    void implicitlyPublic();
  }

  static class Hidden {
    public void method() {}
  }
}
