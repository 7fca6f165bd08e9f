package dev.defendersdk.testkit.internal.api;

import java.util.SplittableRandom;
import java.util.UUID;

/** Seeded identifiers. Not safe for use by several threads. */
public final class Ids {

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final SplittableRandom random;

  public Ids(long seed) {
    this.random = new SplittableRandom(seed);
  }

  public SplittableRandom random() {
    return random;
  }

  /** A version 4 GUID in lower case. */
  public String guid() {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }

  public String hex(int digits) {
    char[] text = new char[digits];
    for (int i = 0; i < digits; i++) {
      text[i] = HEX[random.nextInt(16)];
    }
    return new String(text);
  }
}
