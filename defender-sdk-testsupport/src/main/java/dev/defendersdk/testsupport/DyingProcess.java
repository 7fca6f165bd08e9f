package dev.defendersdk.testsupport;

import dev.defendersdk.core.time.TimeSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A process that dies at one of the points at which it touches the world: before a request leaves,
 * after it has left, and at each {@link #write}: before it, within it, and after it is safe. From
 * then on nothing of it reaches the disk or the tenant.
 */
public final class DyingProcess {

  private final long last;
  private final AtomicLong points = new AtomicLong();
  private final TimeSource.Signal over;
  private volatile boolean dead;

  /**
   * @param last the point at which it dies, from 1
   * @param over fires when it is dead
   */
  public DyingProcess(long last, TimeSource.Signal over) {
    this.last = last;
    this.over = over;
  }

  /** True if it is dead: nothing of it may reach the world. */
  public boolean isDead() {
    return dead;
  }

  /** A point at which it may die; true if it is dead now. */
  private boolean diesHere() {
    if (points.incrementAndGet() == last) {
      dead = true;
      over.fire();
    }
    return dead;
  }

  /**
   * A write to a store, as the process makes it: one at a time.
   *
   * @param half what is there if it dies within the write
   */
  public synchronized void write(Runnable whole, Runnable half) {
    if (dead || diesHere()) {
      throw new IllegalStateException("the process is dead");
    }
    if (diesHere()) {
      half.run();
      throw new IllegalStateException("the process is dead");
    }
    whole.run();
    if (diesHere()) {
      throw new IllegalStateException("the process is dead");
    }
  }

  /** Returns when no write is under way any more, so that another process may go on. */
  public synchronized void awaitWrites() {}

  /** Appends the first half of a text to a file. */
  public static void writeHalf(Path file, String text) {
    try {
      Files.writeString(
          file,
          text.substring(0, text.length() / 2),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tenant's client, as the process uses it. */
  public HttpClient client(HttpClient tenant) {
    return new Client(tenant);
  }

  private final class Client extends TestHttpClient {

    private final HttpClient tenant;

    private Client(HttpClient tenant) {
      this.tenant = tenant;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
        throws IOException, InterruptedException {
      if (dead || diesHere()) {
        throw new IOException("the process is dead");
      }
      HttpResponse<T> response = tenant.send(request, handler);
      if (dead || diesHere()) {
        throw new IOException("the process is dead");
      }
      return response;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
        HttpRequest request, BodyHandler<T> handler) {
      if (dead || diesHere()) {
        return CompletableFuture.failedFuture(new IOException("the process is dead"));
      }
      return tenant
          .sendAsync(request, handler)
          .thenApply(
              response -> {
                if (dead || diesHere()) {
                  throw new CompletionException(new IOException("the process is dead"));
                }
                return response;
              });
    }
  }
}
