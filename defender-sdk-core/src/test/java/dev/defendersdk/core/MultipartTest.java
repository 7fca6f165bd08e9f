package dev.defendersdk.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.call.Multipart;
import dev.defendersdk.core.transfer.FileContent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies of multipart/form-data as they are on the wire. */
class MultipartTest {

  @TempDir Path folder;

  @Test
  void textsAndAFileAreSentAsParts() throws Exception {
    Path script = Files.writeString(folder.resolve("a.ps1"), "Get-Process\n");
    try (WireServer service = WireServer.plain();
        DefenderClient defender = service.client().build()) {
      defender.execute(
          Call.of(WireServer.START)
              .multipart(
                  Multipart.file("file", "a\"b.ps1", FileContent.of(script))
                      .text("Description", "lists – all")
                      .text("Empty", "")));

      String type = service.received().get(0).get("Content-type").get(0);
      assertThat(type).matches("multipart/form-data; boundary=defender-sdk-[0-9a-f]{32}");
      String boundary = "--" + type.substring(type.indexOf('=') + 1);
      assertThat(new String(service.bodies().get(0), StandardCharsets.UTF_8))
          .isEqualTo(
              String.join(
                  "\r\n",
                  boundary,
                  "Content-Disposition: form-data; name=\"Description\"",
                  "",
                  "lists – all",
                  boundary,
                  "Content-Disposition: form-data; name=\"Empty\"",
                  "",
                  "",
                  boundary,
                  "Content-Disposition: form-data; name=\"file\"; filename=\"a%22b.ps1\"",
                  "Content-Type: application/octet-stream",
                  "",
                  "Get-Process\n",
                  boundary + "--",
                  ""));
      assertThat(service.received().get(0).get("Content-length"))
          .containsExactly(String.valueOf(service.bodies().get(0).length));
    }
  }

  @Test
  void aRetrySendsTheSameOnceMore() throws Exception {
    try (WireServer service = WireServer.plain();
        DefenderClient defender = service.client().build()) {
      service.answers(429, new byte[0], "");
      assertThatThrownBy(
              () ->
                  defender.execute(
                      Call.of(WireServer.START)
                          .multipart(
                              Multipart.file("file", "f", FileContent.of(new byte[100_000]))),
                      CallOptions.defaults().maxAttempts(2)))
          .hasMessageContaining("429");
      assertThat(service.bodies()).hasSize(2);
      assertThat(service.bodies().get(1))
          .isEqualTo(service.bodies().get(0))
          .hasSizeGreaterThan(100_000);
    }
  }

  @Test
  void aCallHasOneBodyOnly() {
    Multipart parts = Multipart.file("file", "f", FileContent.of(new byte[1]));
    Call<WireServer.Thing> json = Call.of(WireServer.START).member("Comment", "c");
    assertThatThrownBy(() -> json.multipart(parts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one only");
    Call<WireServer.Thing> multipart = Call.of(WireServer.START).multipart(parts);
    assertThatThrownBy(() -> multipart.member("Comment", "c"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
