package dev.defendersdk.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.error.UnreadableAnswerException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies come compressed in three ways, all of which are asked for, and none without a bound. */
class EncodingsTest {

  private static final byte[] THING = "{\"id\":\"zwölf\"}".getBytes(StandardCharsets.UTF_8);

  private final WireServer server = start();

  private static WireServer start() {
    try {
      return WireServer.plain();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void gzipAndBothKindsOfDeflateAreRead() throws IOException {
    try (DefenderClient defender = server.client().build()) {
      server.answers(200, THING, "");
      assertThat(defender.execute(Call.of(WireServer.GET)).id()).isEqualTo("zwölf");
      server.answers(200, gzip(THING), "gzip");
      assertThat(defender.execute(Call.of(WireServer.GET)).id()).isEqualTo("zwölf");
      server.answers(200, deflate(THING, false), "deflate");
      assertThat(defender.execute(Call.of(WireServer.GET)).id()).as("zlib").isEqualTo("zwölf");
      server.answers(200, deflate(THING, true), "deflate");
      assertThat(defender.execute(Call.of(WireServer.GET)).id()).as("raw").isEqualTo("zwölf");
    }
    assertThat(server.received())
        .allSatisfy(
            headers ->
                assertThat(headers.get("Accept-encoding")).isEqualTo(List.of("gzip, deflate")));
  }

  @Test
  void anEncodingThatNobodyAskedForIsNamed() {
    server.answers(200, THING, "br");
    try (DefenderClient defender = server.client().maxAttempts(1).build()) {
      assertThatThrownBy(() -> defender.execute(Call.of(WireServer.GET)))
          .isInstanceOf(UnreadableAnswerException.class)
          .hasMessageContaining("content encoding br was not asked for");
    }
  }

  @Test
  void aBodyThatInflatesWithoutEndIsGivenUpOn() throws IOException {
    byte[] bomb = gzip(new byte[20 << 20]);
    assertThat(bomb).hasSizeLessThan(1 << 20);
    server.answers(200, bomb, "gzip");
    try (DefenderClient defender = server.client().maxAttempts(1).largestAnswer(1 << 20).build()) {
      assertThatThrownBy(() -> defender.execute(Call.of(WireServer.GET)))
          .isInstanceOf(UnreadableAnswerException.class);
    }
  }

  @Test
  void aBodyBeyondTheBoundSaysSo() {
    server.answers(200, new byte[4_096], "");
    try (DefenderClient defender = server.client().largestAnswer(1_024).build()) {
      assertThatThrownBy(() -> defender.execute(Call.of(WireServer.GET)))
          .isInstanceOf(UnreadableAnswerException.class)
          .hasMessageContaining("larger than 1024 bytes");
    }
    assertThat(server.received()).as("no use in asking again").hasSize(1);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private static byte[] deflate(byte[] plain, boolean raw) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, raw);
    try (OutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(plain);
    }
    deflater.end();
    return bytes.toByteArray();
  }
}
