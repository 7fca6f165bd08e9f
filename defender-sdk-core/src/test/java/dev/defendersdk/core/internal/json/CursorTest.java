package dev.defendersdk.core.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A value that is skipped ends where it ends when it is read. */
class CursorTest {

  @Test
  void skippingEndsWhereReadingEnds() {
    long seed = Long.getLong("seed", new SplittableRandom().nextLong());
    RandomJson random = new RandomJson(new SplittableRandom(seed));
    for (int i = 0; i < 20_000; i++) {
      String value = new String(random.document(), StandardCharsets.UTF_8).strip();
      byte[] list = ("[" + value + " ,7]").getBytes(StandardCharsets.UTF_8);
      Cursor read = atFirst(list);
      Object unused = Plain.read(read);
      Cursor skipped = atFirst(list);
      skipped.skipValue();
      assertThat(skipped.position()).as("-Dseed=%d: %s", seed, value).isEqualTo(read.position());
    }
  }

  private static Cursor atFirst(byte[] list) {
    Cursor cursor = new Cursor(list, 0, list.length);
    cursor.enter();
    assertThat(cursor.more()).isTrue();
    return cursor;
  }
}
