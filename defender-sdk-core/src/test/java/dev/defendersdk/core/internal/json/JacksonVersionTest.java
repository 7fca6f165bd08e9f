package dev.defendersdk.core.internal.json;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.Version;
import org.junit.jupiter.api.Test;

class JacksonVersionTest {

  @Test
  void oldAndMixedOnesAreNamed() {
    assertThatCode(JacksonVersion::check).doesNotThrowAnyException();
    assertThatCode(() -> JacksonVersion.check(of(15, 0), of(15, 4))).doesNotThrowAnyException();
    assertThatThrownBy(() -> JacksonVersion.check(of(14, 3), of(14, 3)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("jackson-databind is 2.14.3 and jackson-core is 2.14.3")
        .hasMessageContaining("2.15 or later");
    assertThatThrownBy(() -> JacksonVersion.check(of(21, 0), of(19, 0)))
        .hasMessageContaining("jackson-core is 2.19.0");
  }

  private static Version of(int minor, int patch) {
    return new Version(2, minor, patch, null, null, null);
  }
}
