package dev.defendersdk.testkit.internal.odata;

/** What a property holds. */
enum Kind {
  TEXT,
  NUMBER,
  TRUTH,
  TIME,
  TEXTS,
  OTHER
}
