package dev.defendersdk.core.internal.msal;

/** What an application proves itself with. Never shown. */
public sealed interface Proof {

  /** A secret. */
  record Secret(String value) implements Proof {
    @Override
    public String toString() {
      return "Secret[***]";
    }
  }

  /** A signed assertion. */
  record Assertion(String value) implements Proof {
    @Override
    public String toString() {
      return "Assertion[***]";
    }
  }
}
