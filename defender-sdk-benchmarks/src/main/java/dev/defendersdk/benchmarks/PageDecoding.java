package dev.defendersdk.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Elements a second, decoded from one page: the SDK, Jackson, and tokenising alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(
    value = 2,
    jvmArgs = {"-Xms512m", "-Xmx512m", "-XX:+UseSerialGC"})
public abstract class PageDecoding {

  static final long SEED = 20_261_124L;

  private final PageSubjects<?> subjects;

  /** Of a page. */
  PageDecoding(PageSubjects<?> subjects) {
    this.subjects = subjects;
  }

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
  public void sdk(Blackhole blackhole) {
    subjects.sdk(blackhole::consume);
  }

  /** {@link PageSubjects#sdkGzip}. */
  @Benchmark
  public void sdkGzip(Blackhole blackhole) {
    subjects.sdkGzip(blackhole::consume);
  }

  /** {@link PageSubjects#sdkElementsOnly}. */
  @Benchmark
  public void sdkElementsOnly(Blackhole blackhole) {
    subjects.sdkElementsOnly(blackhole::consume);
  }

  /** {@link PageSubjects#list}. */
  @Benchmark
  public void list(Blackhole blackhole) {
    subjects.list(blackhole::consume);
  }

  /** {@link PageSubjects#jackson}. */
  @Benchmark
  public void jackson(Blackhole blackhole) {
    subjects.jackson(blackhole::consume);
  }

  /** {@link PageSubjects#sdkFirstPass}. */
  @Benchmark
  public int sdkFirstPass() {
    return subjects.sdkFirstPass();
  }

  /** {@link PageSubjects#tokens}. */
  @Benchmark
  public int tokens() {
    return subjects.tokens();
  }
}
