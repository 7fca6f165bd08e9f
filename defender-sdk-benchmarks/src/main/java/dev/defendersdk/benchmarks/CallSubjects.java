package dev.defendersdk.benchmarks;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.internal.json.JsonCodec;
import dev.defendersdk.core.internal.json.Misfits;
import dev.defendersdk.machineactions.machines.Machine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One small call: a machine by its id, from a server on loopback that answers at once. All send the
 * same headers and decode the same record the same way.
 */
final class CallSubjects implements AutoCloseable {

  private static final String ID = "0123456789abcdef0123456789abcdef01234567";
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  // As machines.get, with a quota that no benchmark uses up.
  private static final Operation<Machine> GET =
      Operation.get("machines.get", "/api/machines/{id}")
          .limits(Integer.MAX_VALUE / 60, Integer.MAX_VALUE)
          .returns(Machine.class);

  private final String root;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final DefenderClient defender;
  private final Call<Machine> call = Call.of(GET).path("id", ID);

  /** Of a server at a port of this machine. */
  CallSubjects(int port) {
    this.root = "http://127.0.0.1:" + port;
    this.defender = LocalClient.of(port);
  }

  /** A call of the SDK. */
  Machine sdk() {
    return defender.execute(call, CallOptions.defaults());
  }

  /** The same by the JDK's blocking {@code send}. */
  Machine send() throws IOException, InterruptedException {
    return decoded(http.send(request(), BodyHandlers.ofByteArray()));
  }

  /** By {@code sendAsync}, and a wait for its future. */
  Machine sendAsyncAndGet() throws Exception {
    return decoded(
        http.sendAsync(request(), BodyHandlers.ofByteArray())
            .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** By {@code sendAsync}, and a wait for a signal that its end fires. */
  Machine sendAsyncAndSignal() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request(), BodyHandlers.ofByteArray());
    CompletableFuture<?> unused = answer.whenComplete((response, failure) -> ended.countDown());
    if (!ended.await(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("late");
    }
    return decoded(answer.get());
  }

  private HttpRequest request() {
    return HttpRequest.newBuilder(URI.create(root + "/api/machines/" + ID))
        .timeout(TIMEOUT)
        .setHeader("Accept", "application/json")
        .setHeader("Accept-Encoding", "gzip, deflate")
        .setHeader("User-Agent", "MdePartner-Contoso-Benchmark/1.0")
        .setHeader("client-request-id", UUID.randomUUID().toString())
        .setHeader("Authorization", "Bearer token")
        .GET()
        .build();
  }

  private static Machine decoded(HttpResponse<byte[]> answer) throws IOException {
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("status " + answer.statusCode());
    }
    return JsonCodec.read(Machine.class, new ByteArrayInputStream(answer.body()), Misfits.IGNORED);
  }

  @Override
  public void close() {
    defender.close();
  }
}
