package dev.defendersdk.alerts.feed;

import dev.defendersdk.core.argument.Check;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a {@link CheckpointStore} must do, as rules that check it: for a store of your own. They
 * need no test framework; with JUnit each becomes a test of its own:
 *
 * <pre>{@code
 * @TestFactory
 * List<DynamicTest> keepsTheContract() {
 *   return CheckpointStoreContract.of(() -> yourStore()).rules().stream()
 *       .map(rule -> DynamicTest.dynamicTest(rule.name(), rule::verify))
 *       .toList();
 * }
 * }</pre>
 */
public final class CheckpointStoreContract {

  private final Supplier<CheckpointStore> opening;

  private CheckpointStoreContract(Supplier<CheckpointStore> opening) {
    this.opening = opening;
  }

  /**
   * The contract for a store.
   *
   * @param opening opens the store as a process does that starts: each time the same place, which
   *     is empty before the first rule and keeps what is saved. A store in memory returns the same
   *     object each time
   */
  public static CheckpointStoreContract of(Supplier<CheckpointStore> opening) {
    return new CheckpointStoreContract(Check.notNull(opening, "opening"));
  }

  /** The rules. Each uses names of its own, so that they may be verified in any order, once. */
  public List<Rule> rules() {
    return List.of(
        rule("nothing is there at first", this::nothingAtFirst),
        rule("what was saved is loaded, by one who opens it anew too", this::saved),
        rule("a text comes back to the letter", this::toTheLetter),
        rule("a large text comes back whole", this::large),
        rule("a save takes the place of the one before", this::replaced),
        rule("one who is late is refused, and changes nothing", this::late),
        rule("one who knows of nothing is refused where there is something", this::unaware),
        rule("a version that never was is refused", this::neverWas),
        rule("names are kept apart", this::apart),
        rule("of many who save at once one succeeds", this::atOnce));
  }

  /** Verifies all rules, one after the other. */
  public void verify() {
    rules().forEach(Rule::verify);
  }

  /** One rule of the contract. */
  public static final class Rule {

    private final String name;
    private final Consumer<String> check;

    private Rule(String name, Consumer<String> check) {
      this.name = name;
      this.check = check;
    }

    /** The rule, as a sentence. */
    public String name() {
      return name;
    }

    /**
     * Verifies it.
     *
     * @throws AssertionError if the store breaks it
     * @throws RuntimeException what the store throws
     */
    public void verify() {
      check.accept(name);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Rule rule(String name, Consumer<String> check) {
    return new Rule(name, check);
  }

  private void nothingAtFirst(String rule) {
    require(rule, opening.get().load("contract-nothing").isEmpty(), "something is there");
  }

  private void saved(String rule) {
    CheckpointStore store = opening.get();
    long version = store.save("contract-saved", "first", 0);
    require(rule, version > 0, "the first version is " + version);
    loads(rule, store, "contract-saved", "first", version);
    loads(rule, opening.get(), "contract-saved", "first", version);
  }

  private void toTheLetter(String rule) {
    String text =
        "  ends\nwith\r\nbreaks\tand blanks, Ünïcödé, \u4e16\u754c, \ud83d\udd12, '\"\\% \n\n ";
    CheckpointStore store = opening.get();
    loads(rule, store, "contract.letter_1-A", text, store.save("contract.letter_1-A", text, 0));
    loads(rule, store, "contract-empty", "", store.save("contract-empty", "", 0));
  }

  private void large(String rule) {
    String text = "seen da637349914833441527_393341063 2026-11-24T08:00:00Z\n".repeat(40_000);
    CheckpointStore store = opening.get();
    loads(rule, store, "contract-large", text, store.save("contract-large", text, 0));
  }

  private void replaced(String rule) {
    CheckpointStore store = opening.get();
    long version = 0;
    for (int i = 1; i <= 20; i++) {
      long next = store.save("contract-replaced", "text " + i, version);
      require(rule, next > version, "version " + next + " came after " + version);
      version = next;
    }
    loads(rule, opening.get(), "contract-replaced", "text 20", version);
  }

  private void late(String rule) {
    CheckpointStore one = opening.get();
    CheckpointStore other = opening.get();
    long first = one.save("contract-late", "first", 0);
    long second = other.save("contract-late", "second", first);
    refused(rule, one, "contract-late", first);
    long third = other.save("contract-late", "third", second);
    refused(rule, one, "contract-late", first);
    refused(rule, one, "contract-late", second);
    loads(rule, one, "contract-late", "third", third);
  }

  private void unaware(String rule) {
    CheckpointStore store = opening.get();
    long version = store.save("contract-unaware", "first", 0);
    refused(rule, opening.get(), "contract-unaware", 0);
    loads(rule, store, "contract-unaware", "first", version);
  }

  private void neverWas(String rule) {
    CheckpointStore store = opening.get();
    refused(rule, store, "contract-never", 7);
    require(rule, store.load("contract-never").isEmpty(), "a refused text is there");
    long version = store.save("contract-never", "first", 0);
    refused(rule, store, "contract-never", version + 1);
    loads(rule, store, "contract-never", "first", version);
  }

  private void apart(String rule) {
    CheckpointStore store = opening.get();
    long one = store.save("contract-a", "one", 0);
    long other = store.save("contract-a.lease", "other", 0);
    long third = store.save("contract-A", "third", 0);
    String longest = "contract-" + "n".repeat(71);
    long fourth = store.save(longest, "fourth", 0);
    loads(rule, store, "contract-a", "one", one);
    loads(rule, store, "contract-a.lease", "other", other);
    loads(rule, store, "contract-A", "third", third);
    loads(rule, store, longest, "fourth", fourth);
  }

  private void atOnce(String rule) {
    long version = opening.get().save("contract-at-once", "begin", 0);
    for (int round = 0; round < 5; round++) {
      version = oneOfMany(rule, version, round);
    }
  }

  private long oneOfMany(String rule, long version, int round) {
    int threads = 8;
    CountDownLatch ready = new CountDownLatch(threads);
    AtomicInteger saved = new AtomicInteger();
    AtomicReference<RuntimeException> failure = new AtomicReference<>();
    CountDownLatch over = new CountDownLatch(threads);
    for (int i = 0; i < threads; i++) {
      String text = "round " + round + ", thread " + i;
      CheckpointStore store = opening.get();
      Thread thread =
          new Thread(
              () -> {
                try {
                  ready.countDown();
                  ready.await();
                  store.save("contract-at-once", text, version);
                  saved.incrementAndGet();
                } catch (CheckpointConflictException e) {
                  // the others
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                  failure.set(e);
                } finally {
                  over.countDown();
                }
              },
              "checkpoint-contract-" + i);
      thread.setDaemon(true);
      thread.start();
    }
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(rule + ": interrupted", e);
    }
    RuntimeException thrown = failure.get();
    if (thrown != null) {
      throw new AssertionError(rule + ": " + thrown, thrown);
    }
    require(rule, saved.get() == 1, saved + " of " + threads + " succeeded");
    return opening.get().load("contract-at-once").orElseThrow().version();
  }

  private static void refused(String rule, CheckpointStore store, String name, long version) {
    try {
      long next = store.save(name, "late", version);
      throw new AssertionError(
          rule + ": a save after version " + version + " was taken, as version " + next);
    } catch (CheckpointConflictException e) {
      // as it must be
    }
  }

  private static void loads(
      String rule, CheckpointStore store, String name, String text, long version) {
    Optional<CheckpointStore.Saved> saved = store.load(name);
    require(rule, saved.isPresent(), "nothing is there under " + name);
    String found = saved.get().text();
    require(
        rule,
        found.equals(text),
        "a text of " + text.length() + " characters came back as one of " + found.length());
    require(
        rule,
        saved.get().version() == version,
        "version " + version + " was saved, and " + saved.get().version() + " is loaded");
  }

  private static void require(String rule, boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(rule + ": " + otherwise);
    }
  }
}
