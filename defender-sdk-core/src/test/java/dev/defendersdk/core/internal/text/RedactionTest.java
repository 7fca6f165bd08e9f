package dev.defendersdk.core.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class RedactionTest {

  @Test
  void onlyParametersKnownToBeHarmlessAreShown() {
    URI uri =
        URI.create(
            "https://host/api/machines?$filter=id%20eq%20'a'&%24top=5&sig=abc&$skiptoken=x&flag");
    assertThat(Redaction.uri(uri))
        .isEqualTo("/api/machines?$filter=id%20eq%20'a'&%24top=5&sig=***&$skiptoken=***&flag");
  }

  @Test
  void whatLooksLikeATokenOrSecretIsHiddenInFreeText() {
    assertThat(Redaction.text("Bearer abcdefgh12345678 was refused")).isEqualTo("*** was refused");
    assertThat(Redaction.text("token eyJ0eXAiOi.eyJhdWQi.c2ln ended")).isEqualTo("token *** ended");
    assertThat(Redaction.text("client_secret=s3cr3t&x=1")).isEqualTo("client_secret=***&x=1");
    assertThat(Redaction.text("{\"access_token\": \"abc\"}"))
        .isEqualTo("{\"access_token\": \"***\"}");
    assertThat(Redaction.text("https://b/c?sv=1&sig=A%2Fb%3D"))
        .isEqualTo("https://b/c?sv=1&sig=***");
    assertThat(Redaction.text("Machine 123 was not found")).isEqualTo("Machine 123 was not found");
  }

  @Test
  void textsFromOutsideAreCutAndForgeNoLine() {
    assertThat(Redaction.text("a\r\nWARN forged\tline")).isEqualTo("a WARN forged line");
    assertThat(Redaction.text("x".repeat(3_000_000))).hasSize(1_001);
  }
}
