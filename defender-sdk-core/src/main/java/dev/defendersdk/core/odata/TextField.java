package dev.defendersdk.core.odata;

/** A text property: equality, and parts of it. */
public final class TextField extends FilterField<String> {

  TextField(String name) {
    super(name);
  }

  /** The text begins so. */
  public Filter startsWith(String text) {
    return call("startswith", text);
  }

  /** The text holds this. Not documented by the service; live clients send it. */
  public Filter contains(String text) {
    return call("contains", text);
  }
}
