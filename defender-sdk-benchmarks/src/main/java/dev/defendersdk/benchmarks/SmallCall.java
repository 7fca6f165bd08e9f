package dev.defendersdk.benchmarks;

import dev.defendersdk.machineactions.machines.Machine;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A small call: through the SDK, and by the JDK's client in the ways that it offers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@Warmup(iterations = 6, time = 2)
@Measurement(iterations = 6, time = 2)
@Fork(
    value = 2,
    jvmArgs = {"-Xms512m", "-Xmx512m", "-XX:+UseSerialGC"})
public class SmallCall {

  private final OtherProcess server;
  private final CallSubjects subjects;

  /** Starts the server in a process of its own. */
  public SmallCall() {
    server = OtherProcess.start(CannedServer.class, List.of("-Xmx128m"));
    subjects = new CallSubjects(server.port());
  }

  /** Ends client and server. */
  @TearDown
  public void stop() {
    subjects.close();
    server.close();
  }

  /** {@link CallSubjects#sdk}. */
  @Benchmark
  public Machine sdk() {
    return subjects.sdk();
  }

  /** {@link CallSubjects#send}. */
  @Benchmark
  public Machine send() throws Exception {
    return subjects.send();
  }

  /** {@link CallSubjects#sendAsyncAndGet}. */
  @Benchmark
  public Machine sendAsyncAndGet() throws Exception {
    return subjects.sendAsyncAndGet();
  }

  /** {@link CallSubjects#sendAsyncAndSignal}. */
  @Benchmark
  public Machine sendAsyncAndSignal() throws Exception {
    return subjects.sendAsyncAndSignal();
  }
}
