package dev.defendersdk.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.error.UnreadableAnswerException;
import dev.defendersdk.core.transfer.DownloadOptions;
import dev.defendersdk.core.transfer.SignedLink;
import java.io.IOException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Downloads that are read as a stream, over sockets. */
class DownloadStreamTest {

  private static final DownloadOptions DEFAULTS = DownloadOptions.defaults();

  private final byte[] blob = DownloadsTest.bytes(300_000, 1);
  private final DefenderClient defender = DownloadsTest.client();
  private BlobServer storage;

  @BeforeEach
  void begin() throws IOException {
    storage = new BlobServer(blob);
  }

  @AfterEach
  void end() throws IOException {
    defender.close();
    storage.close();
  }

  @Test
  void asAStreamItGoesOnOverABreak() {
    storage.then(storage.breaksAfter(100_000));
    byte[] read = defender.downloads().read(links(), DEFAULTS, body -> body.readAllBytes());
    assertThat(read).isEqualTo(blob);
  }

  @Test
  void aStreamWhoseFileChangesEnds() {
    storage.then(storage.breaksAfter(100_000));
    assertThatThrownBy(
            () ->
                defender
                    .downloads()
                    .read(
                        links(),
                        DEFAULTS,
                        body -> {
                          int first = body.read();
                          storage.holds(DownloadsTest.bytes(1_000, 2), "\"two\"");
                          body.readAllBytes();
                          return first;
                        }))
        .isInstanceOf(UnreadableAnswerException.class)
        .hasMessageContaining("changed");
  }

  @Test
  void whatTheReaderOfAStreamFindsWrongIsAnUnreadableAnswer() {
    assertThatThrownBy(
            () ->
                defender
                    .downloads()
                    .read(
                        links(),
                        DEFAULTS,
                        body -> {
                          throw new IOException("not in GZIP format");
                        }))
        .isInstanceOf(UnreadableAnswerException.class)
        .hasMessageContaining("not in GZIP format");
  }

  private Supplier<SignedLink> links() {
    return () -> SignedLink.parse(storage.link());
  }
}
