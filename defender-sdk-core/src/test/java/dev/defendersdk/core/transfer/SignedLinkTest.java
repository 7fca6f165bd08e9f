package dev.defendersdk.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedLinkTest {

  private static final String LINK = "https://storage.example/c/f.zip?sv=1&sig=s3cr3t%3D";

  @Test
  void showsItsHostAlone() {
    assertThat(SignedLink.parse(LINK)).hasToString("SignedLink[storage.example]");
  }

  @ParameterizedTest
  @ValueSource(strings = {LINK, "\"" + LINK + "\"", " " + LINK + "\n", "\" " + LINK + "\""})
  void isReadWithAndWithoutQuotes(String text) {
    assertThat(SignedLink.parse(text).uri()).hasToString(LINK);
    assertThat(SignedLink.parse(text)).isEqualTo(SignedLink.parse(LINK));
  }

  @Test
  void charactersThatNoUriMayHoldAreEscaped() {
    assertThat(SignedLink.parse("https://storage.example/a b/{c}?sig=s").uri())
        .hasToString("https://storage.example/a%20b/%7Bc%7D?sig=s");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://storage.example/f?sig=s3cr3t",
        "https:/f?sig=s3cr3t",
        "ftp://storage.example/f?sig=s3cr3t",
        "https://user:s3cr3t@storage.example/f",
        "https://storage.example/%zz?sig=s3cr3t",
        "s3cr3t"
      })
  void whatIsNoSafeLinkIsRefusedAndNotShown(String text) {
    assertThatThrownBy(() -> SignedLink.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https")
        .satisfies(
            error -> {
              StringWriter trace = new StringWriter();
              error.printStackTrace(new PrintWriter(trace));
              assertThat(trace.toString()).doesNotContain("s3cr3t");
            });
  }
}
