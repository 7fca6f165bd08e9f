package dev.defendersdk.benchmarks;

import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.match.Match;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A look-up in 15,000 indicators, against one in a map, each of a text that is made for it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-Xms512m", "-Xmx512m", "-XX:+UseSerialGC"})
public class IndicatorMatching {

  /** How many texts are looked up by turns: more than are at hand in a processor's cache. */
  private static final int TEXTS = 16_384;

  /** What is looked up. */
  @Param({"SHA256", "SHA1", "MD5", "IPV4", "IPV6", "URL"})
  public String kind = "";

  /** Whether it is in the list. */
  @Param({"true", "false"})
  public boolean hit;

  // Made when the parameters are known.
  @SuppressWarnings("NullAway.Init")
  private MatchSubjects subjects;

  private int next;

  /** Makes the list. */
  @Setup
  public void make() {
    subjects = new MatchSubjects(Observables.valueOf(kind), hit, PageDecoding.SEED, TEXTS);
  }

  private int next() {
    next = (next + 1) % TEXTS;
    return next;
  }

  /** {@link MatchSubjects#match}. */
  @Benchmark
  public Optional<Match> match() {
    return subjects.match(subjects.observed(next()));
  }

  /** {@link MatchSubjects#get}. */
  @Benchmark
  public @Nullable Indicator get() {
    return subjects.get(subjects.key(next()));
  }

  /** What both begin with: {@link MatchSubjects#key}. */
  @Benchmark
  public String text() {
    return subjects.key(next());
  }
}
