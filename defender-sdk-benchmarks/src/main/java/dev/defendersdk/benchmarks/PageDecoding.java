package dev.defendersdk.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Machines a second, decoded from one page of 10,000: the SDK, Jackson, and tokenising alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(
    value = 2,
    jvmArgs = {"-Xms512m", "-Xmx512m", "-XX:+UseSerialGC"})
public class PageDecoding {

  private static final int MACHINES = 10_000;
  private static final long SEED = 20_261_124L;

  private final PageSubjects subjects = new PageSubjects(SEED, MACHINES);

  /** Says what the page is. */
  @Setup
  public void describe() {
    System.out.println(
        "page: " + subjects.bytes() + " bytes, " + subjects.gzipBytes() + " as gzip");
  }

  /** Ends the client. */
  @TearDown
  public void close() {
    subjects.close();
  }

  /** {@link PageSubjects#sdk}. */
  @Benchmark
  @OperationsPerInvocation(MACHINES)
  public void sdk(Blackhole blackhole) {
    subjects.sdk(blackhole::consume);
  }

  /** {@link PageSubjects#sdkGzip}. */
  @Benchmark
  @OperationsPerInvocation(MACHINES)
  public void sdkGzip(Blackhole blackhole) {
    subjects.sdkGzip(blackhole::consume);
  }

  /** {@link PageSubjects#sdkElementsOnly}. */
  @Benchmark
  @OperationsPerInvocation(MACHINES)
  public void sdkElementsOnly(Blackhole blackhole) {
    subjects.sdkElementsOnly(blackhole::consume);
  }

  /** {@link PageSubjects#list}. */
  @Benchmark
  @OperationsPerInvocation(MACHINES)
  public void list(Blackhole blackhole) {
    subjects.list(blackhole::consume);
  }

  /** {@link PageSubjects#jackson}. */
  @Benchmark
  @OperationsPerInvocation(MACHINES)
  public void jackson(Blackhole blackhole) {
    subjects.jackson(blackhole::consume);
  }

  /** {@link PageSubjects#sdkFirstPass}. */
  @Benchmark
  @OperationsPerInvocation(MACHINES)
  public int sdkFirstPass() {
    return subjects.sdkFirstPass();
  }

  /** {@link PageSubjects#tokens}. */
  @Benchmark
  @OperationsPerInvocation(MACHINES)
  public int tokens() {
    return subjects.tokens();
  }
}
