package dev.defendersdk.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Values that the service spells in several ways, and those that this version does not know. */
class OpenEnumTest {

  /** A value type as the modules have them, with a spelling of older pages. */
  private static final class Mood extends OpenEnum<Mood.Known> {
    private static final Values<Known, Mood> VALUES = new Values<>(Mood::new, Known.UNRECOGNIZED);
    private static final Mood IN_GOOD_SPIRITS =
        VALUES.known("inGoodSpirits", Known.IN_GOOD_SPIRITS);

    static {
      VALUES.alias("cheerful", IN_GOOD_SPIRITS);
    }

    private Mood(String value, Known known) {
      super(value, known);
    }

    static Mood of(String value) {
      return VALUES.of(value);
    }

    Mood sent() {
      return VALUES.canonical(this);
    }

    private enum Known {
      IN_GOOD_SPIRITS,
      UNRECOGNIZED
    }
  }

  @Test
  void allSpellingsAreKnownAndKeptAsTheyCame() {
    for (String text : new String[] {"inGoodSpirits", "InGoodSpirits", "cheerful", "CHEERFUL"}) {
      Mood mood = Mood.of(text);
      assertThat(mood.value()).isEqualTo(text);
      assertThat(mood.known()).isEqualTo(Mood.Known.IN_GOOD_SPIRITS);
      assertThat(mood.sent()).as("sent in one spelling").isSameAs(Mood.IN_GOOD_SPIRITS);
    }
  }

  @Test
  void anUnknownValueIsSentAsItIs() {
    Mood mood = Mood.of("Melancholic");
    assertThat(mood.known()).isEqualTo(Mood.Known.UNRECOGNIZED);
    assertThat(mood.sent()).isSameAs(mood);
  }

  @Test
  void allSpellingsOfAValueAreEqual() {
    for (String text : new String[] {"INGOODSPIRITS", "cheerful"}) {
      assertThat(Mood.of(text))
          .isEqualTo(Mood.IN_GOOD_SPIRITS)
          .hasSameHashCodeAs(Mood.IN_GOOD_SPIRITS);
    }
    assertThat(Mood.of("Melancholic")).isEqualTo(Mood.of("MELANCHOLIC"));
    assertThat(Mood.of("Melancholic")).hasSameHashCodeAs(Mood.of("MELANCHOLIC"));
    assertThat(Mood.of("Melancholic")).isNotEqualTo(Mood.of("angry"));
  }
}
