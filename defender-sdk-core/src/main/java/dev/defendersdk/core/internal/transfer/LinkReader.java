package dev.defendersdk.core.internal.transfer;

import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.internal.runner.Backoff;
import dev.defendersdk.core.internal.runner.Closing;
import dev.defendersdk.core.internal.runner.Runner;
import dev.defendersdk.core.internal.text.RetryAfter;
import dev.defendersdk.core.internal.transport.StreamedAnswer;
import dev.defendersdk.core.internal.transport.TransportFailure;
import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.core.transfer.DownloadOptions;
import dev.defendersdk.core.transfer.SignedLink;
import java.io.Closeable;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the object behind links from its beginning, or from where an earlier reading ended, to its
 * end: over broken connections, hosts that stall, and links that expire. What it asks for carries
 * no token, and nothing that tells the tenant. For one thread.
 *
 * <pre>
 * link ─ request ─ part, part, part … ─ end
 *  ▲        ▲        │ broken: wait, and ask for the rest
 *  │        └────────┤
 *  └─────────────────┘ refused: a fresh link
 * </pre>
 */
final class LinkReader implements Closeable {

  /** Takes what is read. */
  interface Sink {

    /** The object is read from its beginning, perhaps anew since it has changed. */
    void begins(Version version) throws IOException;
  }

  private final Runner runner;
  private final TimeSource time;
  private final Supplier<SignedLink> links;
  private final DownloadOptions options;
  private final Sink sink;
  private final long deadlineNanos;

  private @Nullable SignedLink link;
  private @Nullable StreamedAnswer answer;
  private @Nullable Version version;
  private @Nullable Version fresh;
  private long position;
  private boolean over;
  private int attempts;
  private int linksAsked;
  private int requests;

  LinkReader(Runner runner, Supplier<SignedLink> links, DownloadOptions options, Sink sink) {
    this.runner = runner;
    this.time = runner.time();
    this.links = links;
    this.options = options;
    this.sink = sink;
    this.deadlineNanos = time.nanos() + options.deadline().toNanos();
  }

  /** Goes on where an earlier reading ended. */
  void resume(Version known, long at) {
    version = known;
    position = at;
  }

  /** How many bytes of the object have been read, also by an earlier reading. */
  long position() {
    return position;
  }

  OptionalLong total() {
    Version of = version;
    return of == null || of.length() == Version.UNKNOWN
        ? OptionalLong.empty()
        : OptionalLong.of(of.length());
  }

  /**
   * The next part; null at the end of the object.
   *
   * @throws DefenderException if there is no way on
   * @throws IOException if the sink cannot begin
   */
  @Nullable ByteBuffer next() throws IOException {
    if (over) {
      return null;
    }
    // Looked at before close() may interrupt the thread too: the two must not be mixed up.
    if (Thread.currentThread().isInterrupted()) {
      close();
      throw error(ErrorKind.INTERRUPTED, "interrupted").toException();
    }
    Closing closing = new Closing(Thread.currentThread());
    runner.begin(closing);
    try {
      return nextPart();
    } catch (InterruptedException e) {
      close();
      if (closing.isAsked()) {
        throw error(ErrorKind.CLOSED, "the client was closed").toException();
      }
      Thread.currentThread().interrupt();
      throw error(ErrorKind.INTERRUPTED, "interrupted").toException();
    } finally {
      runner.end(closing);
      closing.end();
    }
  }

  private @Nullable ByteBuffer nextPart() throws InterruptedException, IOException {
    while (true) {
      StreamedAnswer open = answer == null ? open() : answer;
      if (over) {
        return null;
      }
      if (open == null) {
        continue; // tried, and to be tried again
      }
      try {
        ByteBuffer part = open.body().next(bound(options.stallTimeout()));
        if (part != null) {
          beginIfFresh();
          position += part.remaining();
          attempts = 1; // what fails next is the first failure of a row
          linksAsked = 0;
          return part;
        }
        close();
        if (isWhole()) {
          over = true;
          return null;
        }
      } catch (TransportFailure broken) {
        close();
        again(kindOf(broken), String.valueOf(broken.getMessage()), null, Backoff::nanos);
      }
    }
  }

  /** Whether all has been read, now that the body has ended. */
  private boolean isWhole() throws InterruptedException, IOException {
    if (fresh != null && !options.mayBeEmpty()) {
      again(
          ErrorKind.UNREADABLE_ANSWER,
          "the host answered with success and an empty body",
          "If an empty file is what you expect, allow it by DownloadOptions.mayBeEmpty.",
          Backoff::nanos);
      return false;
    }
    beginIfFresh();
    OptionalLong total = total();
    if (total.isPresent() && total.getAsLong() != position) {
      again(ErrorKind.CONNECTION, "the body ended early", null, Backoff::nanos);
      return false;
    }
    return true;
  }

  // With its first byte and no sooner: hosts were seen to answer with success and nothing, and what
  // has come so far is not to be dropped for that.
  private void beginIfFresh() throws IOException {
    Version begun = fresh;
    if (begun != null) {
      fresh = null;
      version = begun;
      position = 0;
      sink.begins(begun);
    }
  }

  /** Asks for the object, or the rest of it; null if it is to be tried again. */
  private @Nullable StreamedAnswer open() throws InterruptedException {
    SignedLink current = link();
    StreamedAnswer opened;
    attempts++;
    requests++;
    try {
      opened =
          runner
              .transport()
              .open(
                  request(current), Duration.ofNanos(bound(options.stallTimeout()) - time.nanos()));
    } catch (TransportFailure failure) {
      if (failure.kind() == TransportFailure.Kind.UNTRUSTED) {
        throw error(ErrorKind.CONNECTION, String.valueOf(failure.getMessage())).toException();
      }
      again(kindOf(failure), String.valueOf(failure.getMessage()), null, Backoff::nanos);
      return null;
    }
    answer = opened;
    fresh = null;
    boolean usable = false;
    try {
      usable = isUsable(opened);
      return usable ? opened : null;
    } finally {
      if (!usable) {
        close();
      }
    }
  }

  private HttpRequest.Builder request(SignedLink to) {
    HttpRequest.Builder request = HttpRequest.newBuilder(to.uri()).GET();
    request.setHeader("User-Agent", runner.userAgent());
    Version of = version;
    if (position > 0 && of != null && of.etag() != null && of.canGoOn()) {
      request.setHeader("Range", "bytes=" + position + "-");
      request.setHeader("If-Range", of.etag());
    }
    return request;
  }

  private boolean isUsable(StreamedAnswer opened) throws InterruptedException {
    int status = opened.status();
    Version of = version;
    if (status == 200) {
      fresh = Version.of(opened); // also where ranges are ignored, or the object has changed
      return true;
    }
    if (status == 206 && of != null && of.goesOnIn(opened, position)) {
      return true;
    }
    if (status == 416 && of != null && of.length() == position) {
      over = true; // all of it was there already
      return true;
    }
    if (status == 206 || status == 416) {
      version = null; // another object than the one that was begun: from the beginning
      position = 0;
      again(ErrorKind.UNEXPECTED_STATUS, "the host answers with another range", null, (r, j) -> 0);
      return false;
    }
    refused(opened);
    return false;
  }

  private void refused(StreamedAnswer opened) throws InterruptedException {
    int status = opened.status();
    String code = Host.code(opened, bound(options.stallTimeout()));
    String words = status + (code == null ? "" : " " + code);
    if (status == 401 || status == 403 || status == 404 || status == 410) {
      link = null; // expired, as a rule
      attempts = Math.max(0, attempts - 1);
      if (linksAsked >= options.maxLinks()) {
        ErrorKind kind = status == 404 || status == 410 ? ErrorKind.NOT_FOUND : ErrorKind.FORBIDDEN;
        throw error(kind, "the host refuses the link with " + words + ", and so it did fresh ones")
            .status(status)
            .advice(
                "Ask for a link that is fresh, and check that nothing between here and "
                    + "the storage host bars the way.")
            .toException();
      }
      return;
    }
    Duration hint = RetryAfter.of(opened.headers(), time.now());
    if (status == 429) {
      again(ErrorKind.THROTTLED, words, null, hinted(hint, Backoff::throttledNanos));
    } else if (status == 408 || (status >= 500 && status != 501 && status != 505)) {
      again(ErrorKind.SERVER, words, null, hinted(hint, Backoff::nanos));
    } else {
      ErrorKind kind =
          status >= 500
              ? ErrorKind.SERVER
              : status >= 400 ? ErrorKind.BAD_REQUEST : ErrorKind.UNEXPECTED_STATUS;
      throw error(kind, "the host answers " + words).status(status).toException();
    }
  }

  private SignedLink link() {
    SignedLink current = link;
    if (current == null) {
      linksAsked++;
      current = links.get();
      link = current;
    }
    return current;
  }

  @FunctionalInterface
  private interface Pause {
    long nanos(int round, double jitter);
  }

  private static Pause hinted(@Nullable Duration hint, Pause own) {
    return (round, jitter) -> Math.max(hint == null ? 0 : hint.toNanos(), own.nanos(round, jitter));
  }

  /** Waits before the next try, if there may be one. */
  private void again(ErrorKind kind, String what, @Nullable String advice, Pause pause)
      throws InterruptedException {
    long wait = pause.nanos(Math.max(1, attempts), time.random().nextDouble());
    long until = time.nanos() + wait;
    boolean late = until - deadlineNanos >= 0;
    if (late || attempts >= options.maxAttempts()) {
      ErrorReport report =
          error(late && kind != ErrorKind.THROTTLED ? ErrorKind.DEADLINE : kind, what)
              .retryable(true, wait == 0 ? null : Duration.ofNanos(wait));
      throw (advice == null ? report : report.advice(advice)).toException();
    }
    time.newSignal().await(until);
  }

  private long bound(Duration span) {
    long until = time.nanos() + span.toNanos();
    return until - deadlineNanos < 0 ? until : deadlineNanos;
  }

  private static ErrorKind kindOf(TransportFailure failure) {
    return failure.kind() == TransportFailure.Kind.TIMED_OUT
        ? ErrorKind.DEADLINE
        : ErrorKind.CONNECTION;
  }

  private ErrorReport error(ErrorKind kind, String what) {
    OptionalLong total = total();
    String of = total.isPresent() ? " of " + total.getAsLong() : "";
    String host = link == null ? "" : " from " + link.host();
    return ErrorReport.of(kind)
        .operation("download")
        .detail(
            "("
                + what
                + "; "
                + position
                + of
                + " bytes had come"
                + host
                + " by "
                + requests
                + (requests == 1 ? " request)" : " requests)"));
  }

  /** Ends the exchange that is under way, if any. */
  @Override
  public void close() {
    StreamedAnswer ending = answer;
    answer = null;
    if (ending != null) {
      ending.close();
    }
  }
}
