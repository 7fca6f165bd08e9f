package dev.defendersdk.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.error.BadRequestException;
import dev.defendersdk.core.error.ClosedException;
import dev.defendersdk.core.error.DeadlineException;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ForbiddenException;
import dev.defendersdk.core.error.InterruptedCallException;
import dev.defendersdk.core.error.LocalFileException;
import dev.defendersdk.core.error.UnexpectedStatusException;
import dev.defendersdk.core.error.UnreadableAnswerException;
import dev.defendersdk.core.transfer.DownloadOptions;
import dev.defendersdk.core.transfer.SignedLink;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads over sockets: what goes to the storage host, and what is made of its answers. */
class DownloadsTest {

  private static final DownloadOptions DEFAULTS = DownloadOptions.defaults();

  @TempDir Path folder;

  private final byte[] blob = bytes(300_000, 1);
  private final CountDownLatch received = new CountDownLatch(1);
  private BlobServer storage;
  private DefenderClient defender;

  @BeforeEach
  void begin() throws IOException {
    storage = new BlobServer(blob);
    defender = client();
  }

  static DefenderClient client() {
    return DefenderClient.builder()
        .credential(
            Credentials.tokenSupplier(
                "contoso.example", "app", request -> AccessToken.of("t0k3n", Instant.MAX)))
        .partner("Contoso", "NetShield", "4.2.0")
        .build();
  }

  @AfterEach
  void end() throws IOException {
    defender.close();
    storage.close();
  }

  @Test
  void aFileComesWholeAndLeavesNothingBesideIt() throws Exception {
    List<Long> progress = new ArrayList<>();
    long length =
        download(
            DEFAULTS.progress(
                (bytes, total) -> {
                  assertThat(total).isEqualTo(OptionalLong.of(blob.length));
                  progress.add(bytes);
                }));
    assertThat(length).isEqualTo(blob.length);
    assertWhole(blob);
    assertThat(progress).isSorted().endsWith((long) blob.length);
  }

  @Test
  void aLinkComesFromAnOperationAsTheServiceWritesIt() throws Exception {
    Operation<SignedLink> packageUri = Operation.get("things.link", "/api/thing").returnsLink();
    try (WireServer service = WireServer.plain();
        DefenderClient client = service.client().build()) {
      service.answers(
          200,
          "{\"@odata.context\":\"c\",\"value\":\"\\\"https://s.example/f?sig=a\\\"\"}"
              .getBytes(UTF_8),
          "");
      assertThat(client.execute(Call.of(packageUri)).uri())
          .hasToString("https://s.example/f?sig=a");

      service.answers(200, "{\"value\":\"http://s.example/f?sig=s3cr3t\"}".getBytes(UTF_8), "");
      UnreadableAnswerException error =
          catchThrowableOfType(
              UnreadableAnswerException.class, () -> client.execute(Call.of(packageUri)));
      assertThat(error).hasMessageContaining("no signed link");
      assertShowsNoSignature(error);
    }
  }

  @Test
  void theStorageHostSeesThePartnerAndNothingElse() {
    download(DEFAULTS);
    assertThat(storage.requests()).hasSize(1);
    BlobServer.Request request = storage.requests().get(0);
    assertThat(request.line()).isEqualTo("GET /container/file.zip?sv=2019&sig=s3cr3t HTTP/1.1");
    assertThat(request.headers())
        .containsEntry("User-Agent", "MdePartner-Contoso-NetShield/4.2.0")
        .doesNotContainKeys("Authorization", "client-request-id", "Cookie", "Referer");
    assertThat(request.headers().toString()).doesNotContain("t0k3n", "contoso.example");
  }

  @Test
  void whatBrokeOffIsGoneOnWith() throws Exception {
    storage.then(storage.breaksAfter(100_000)).then(storage.breaksAfter(100_000));
    download(DEFAULTS);
    assertWhole(blob);
    assertThat(storage.requests()).hasSize(3);
    assertThat(storage.requests().get(1).from()).isBetween(1L, 100_000L);
    assertThat(storage.requests().get(1).headers()).containsEntry("If-Range", "\"one\"");
    assertThat(storage.requests().get(2).from()).isGreaterThan(storage.requests().get(1).from());
  }

  @Test
  void aLaterDownloadGoesOnWhereAnEarlierOneEnded() throws Exception {
    storage.then(storage.breaksAfter(200_000));
    assertThatThrownBy(() -> download(DEFAULTS.maxAttempts(1)))
        .isInstanceOf(DefenderException.class);
    assertThat(target()).doesNotExist();
    assertThat(folder.resolve("file.zip.part")).exists();

    download(DEFAULTS);
    assertWhole(blob);
    assertThat(storage.requests()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(storage.requests().get(storage.requests().size() - 1).from()).isPositive();
  }

  @Test
  void aFileThatHasChangedIsBegunAnew() throws Exception {
    storage.then(storage.breaksAfter(200_000));
    assertThatThrownBy(() -> download(DEFAULTS.maxAttempts(1)))
        .isInstanceOf(DefenderException.class);
    byte[] other = bytes(150_000, 2);
    storage.holds(other, "\"two\"");
    download(DEFAULTS);
    assertWhole(other);
  }

  @Test
  void aHostThatIgnoresRangesIsReadFromTheBeginning() throws Exception {
    storage.then(storage.breaksAfter(200_000)).then(storage.ignoresRanges());
    download(DEFAULTS);
    assertWhole(blob);
  }

  @Test
  void withoutAnETagABreakMeansToBeginAnew() throws Exception {
    storage.holds(blob, null);
    storage.then(storage.breaksAfter(200_000));
    download(DEFAULTS);
    assertWhole(blob);
    assertThat(storage.requests().get(1).headers()).doesNotContainKeys("Range", "If-Range");
  }

  @Test
  void anotherRangeThanAskedForIsNotTaken() throws Exception {
    storage
        .then(storage.breaksAfter(200_000))
        .then(
            BlobServer.says(206, "ETag: \"one\"\r\nContent-Range: bytes 0-4/300000\r\n", "wrong"));
    download(DEFAULTS);
    assertWhole(blob);
  }

  @Test
  void aStateThatWasHalfWrittenIsNotTrusted() throws Exception {
    storage.then(storage.breaksAfter(200_000));
    assertThatThrownBy(() -> download(DEFAULTS.maxAttempts(1)))
        .isInstanceOf(DefenderException.class);
    Path state = folder.resolve("file.zip.part.state");
    Files.writeString(state, Files.readString(state).replace("300000", "299999"));
    download(DEFAULTS);
    assertWhole(blob);
    assertThat(storage.requests().get(storage.requests().size() - 1).headers())
        .doesNotContainKey("Range");
  }

  @Test
  void anExpiredLinkIsAskedForAnew() throws Exception {
    storage.then(storage.breaksAfter(100_000)).then(BlobServer.expired());
    AtomicInteger asked = new AtomicInteger();
    defender
        .downloads()
        .toFile(
            () -> {
              asked.incrementAndGet();
              return SignedLink.parse(storage.link());
            },
            target());
    assertWhole(blob);
    assertThat(asked).hasValue(2);
    assertThat(storage.requests().get(2).from()).isPositive();
  }

  @Test
  void freshLinksAreAskedForSoOftenAndNoMore() {
    for (int i = 0; i < 4; i++) {
      storage.then(BlobServer.expired());
    }
    ForbiddenException error =
        catchThrowableOfType(ForbiddenException.class, () -> download(DEFAULTS.maxLinks(4)));
    assertThat(error)
        .hasMessageContaining("403 AuthenticationFailed")
        .hasMessageContaining("Ask for a link that is fresh");
    assertThat(storage.requests()).hasSize(4);
    assertShowsNoSignature(error);
  }

  @Test
  void successWithNothingIsTriedAgainAndDropsNothing() throws Exception {
    storage.then(storage.breaksAfter(200_000)).then(BlobServer.says(200, "ETag: \"0\"\r\n", ""));
    download(DEFAULTS);
    assertWhole(blob);
    assertThat(storage.requests().get(2).from()).isPositive();
  }

  @Test
  void successWithNothingTimeAndAgainIsAnError() {
    storage.then(BlobServer.says(200, "", "")).then(BlobServer.says(200, "", ""));
    assertThatThrownBy(() -> download(DEFAULTS.maxAttempts(2)))
        .isInstanceOf(UnreadableAnswerException.class)
        .hasMessageContaining("empty body")
        .hasMessageContaining("mayBeEmpty");
  }

  @Test
  void anEmptyFileIsTakenWhereItIsExpected() throws Exception {
    storage.then(BlobServer.says(200, "", ""));
    assertThat(download(DEFAULTS.mayBeEmpty(true))).isZero();
    assertWhole(new byte[0]);
  }

  @Test
  void aBusyHostIsAskedAgain() throws Exception {
    storage.then(BlobServer.says(503, "Retry-After: 0\r\n", "")).then(BlobServer.says(429, "", ""));
    download(DEFAULTS);
    assertWhole(blob);
  }

  @Test
  void aRefusalIsNotAskedAgain() {
    storage.then(BlobServer.says(400, "x-ms-error-code: InvalidHeaderValue\r\n", ""));
    assertThatThrownBy(() -> download(DEFAULTS))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("400 InvalidHeaderValue");
    assertThat(storage.requests()).hasSize(1);
  }

  @Test
  void aRedirectIsNotFollowed() {
    storage.then(BlobServer.says(302, "Location: " + storage.link() + "\r\n", ""));
    assertThatThrownBy(() -> download(DEFAULTS)).isInstanceOf(UnexpectedStatusException.class);
    assertThat(storage.requests()).hasSize(1);
  }

  @Test
  void aConnectionOnWhichNothingComesIsGivenUpForANewOne() throws Exception {
    storage.then(storage.stallsAfter(100_000));
    download(DEFAULTS.stallTimeout(Duration.ofMillis(300)));
    assertWhole(blob);
    assertThat(storage.requests()).hasSize(2);
  }

  @Test
  void theDeadlineEndsAllAndKeepsWhatHasCome() {
    storage.then(storage.stallsAfter(100_000));
    assertThatThrownBy(() -> download(DEFAULTS.deadline(Duration.ofSeconds(1))))
        .isInstanceOf(DeadlineException.class)
        .hasMessageContaining("of 300000 bytes had come");
    assertThat(folder.resolve("file.zip.part")).exists();
  }

  @Test
  void anInterruptEndsItAtOnceAndStaysSet() throws Exception {
    storage.then(storage.stallsAfter(100_000));
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>();
    Thread caller = caller(thrown, flag);
    received.await();
    caller.interrupt();
    caller.join();
    assertThat(thrown.get()).isInstanceOf(InterruptedCallException.class);
    assertThat(flag.get()).isTrue();

    download(DEFAULTS);
    assertWhole(blob);
    assertThat(storage.requests().get(1).from()).as("what had come was kept").isPositive();
  }

  @Test
  void closingTheClientEndsIt() throws Exception {
    storage.then(storage.stallsAfter(100_000));
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>();
    Thread caller = caller(thrown, flag);
    received.await();
    defender.close();
    caller.join();
    assertThat(thrown.get()).isInstanceOf(ClosedException.class);
    assertThat(flag.get()).isFalse();
  }

  @Test
  void twoDownloadsToOneTargetDoNotMeet() throws Exception {
    storage.then(storage.stallsAfter(100_000));
    Thread caller = caller(new AtomicReference<>(), new AtomicReference<>());
    received.await();
    assertThatThrownBy(() -> download(DEFAULTS))
        .isInstanceOf(LocalFileException.class)
        .hasMessageContaining("another download");
    caller.interrupt();
    caller.join();
  }

  @Test
  void aDirectoryThatIsNotThereIsNamed() {
    assertThatThrownBy(
            () -> defender.downloads().toFile(links(), folder.resolve("none").resolve("file")))
        .isInstanceOf(LocalFileException.class)
        .hasMessageContaining("none");
    assertThat(storage.requests()).isEmpty();
  }

  private Thread caller(AtomicReference<Throwable> thrown, AtomicReference<Boolean> flag) {
    Thread caller =
        new Thread(
            () -> {
              try {
                download(
                    DEFAULTS.progress(
                        (bytes, total) -> {
                          if (bytes == 100_000) {
                            received.countDown();
                          }
                        }));
              } catch (RuntimeException e) {
                thrown.set(e);
                flag.set(Thread.currentThread().isInterrupted());
              }
            });
    caller.start();
    return caller;
  }

  private long download(DownloadOptions options) {
    return defender.downloads().toFile(links(), target(), options);
  }

  private Supplier<SignedLink> links() {
    return () -> SignedLink.parse(storage.link());
  }

  private Path target() {
    return folder.resolve("file.zip");
  }

  private void assertWhole(byte[] expected) throws IOException {
    assertThat(Files.readAllBytes(target())).isEqualTo(expected);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(target());
    }
  }

  private static void assertShowsNoSignature(Throwable error) {
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain("s3cr3t");
  }

  static byte[] bytes(int length, long seed) {
    byte[] bytes = new byte[length];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) random.nextInt();
    }
    return bytes;
  }
}
