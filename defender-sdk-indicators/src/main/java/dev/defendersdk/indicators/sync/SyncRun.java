package dev.defendersdk.indicators.sync;

import dev.defendersdk.core.Background;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.internal.Slices;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Applies a plan in rounds: the list is read, what is open is compared with it, and sent step by
 * step. What ends otherwise than by a clear answer ends the round, and the next one finds out by
 * the list what became of it. So nothing is guessed, and a plan that is applied twice ends the
 * same.
 *
 * <p>One thing at a time: each call begins when the one before has ended.
 */
final class SyncRun {

  private static final int MOST_FRUITLESS_ROUNDS = 3;

  private final Background background;
  private final TimeSource time;
  private final SyncPlan.Basis basis;
  private final Ledger ledger;
  private final Set<String> deletable;
  private final Set<Integer> planned;
  private final CompletableFuture<SyncReport> end = new CompletableFuture<>();
  private final Sender sender;
  private volatile boolean stopping;
  private int endedBefore = -1;
  private int fruitless;
  private @Nullable DefenderException last;
  private @Nullable DefenderException ending;

  SyncRun(Background background, TimeSource time, SyncPlan plan) {
    this.background = background;
    this.time = time;
    this.basis = plan.basis();
    this.ledger = new Ledger(plan.lines(), basis.settings().listener());
    this.deletable = plan.deleted();
    this.planned =
        plan.lines().stream()
            .filter(line -> line.isSent() || line.action() == SyncAction.KEEP)
            .map(line -> line.unit() == null ? -1 : line.unit().index())
            .collect(Collectors.toSet());
    this.sender = new Sender(background, time, basis.settings(), ledger);
    for (SyncLine line : plan.lines()) {
      if (line.action() == SyncAction.CONFLICT || line.action() == SyncAction.BEYOND_CAPACITY) {
        ledger.end(line.key(), SyncOutcome.LEFT_OUT, line.reason());
      }
      if (plan.isEmpty() && line.action() == SyncAction.KEEP) {
        ledger.end(line.key(), SyncOutcome.KEPT, null);
      }
    }
  }

  void begin() {
    TimeSource.Span beginning = time.begin();
    try (beginning) {
      CompletableFuture<?> unused =
          round()
              .whenComplete(
                  (nothing, failure) -> {
                    try {
                      if (failure != null) {
                        leave(Waits.error(failure));
                      }
                      ledger.tell();
                      end.complete(ledger.report(sender.refusesActionChanges()));
                    } catch (Throwable unexpected) {
                      end.completeExceptionally(Waits.cause(unexpected));
                      throw unexpected;
                    }
                  });
    }
  }

  SyncProgress progress() {
    return ledger.progress();
  }

  void stop() {
    stopping = true;
  }

  CompletableFuture<SyncReport> end() {
    return end;
  }

  private CompletableFuture<Void> round() {
    if (ledger.open().isEmpty()) {
      return done();
    }
    if (stopping && sender.halves().isEmpty()) {
      leave(ending);
      return done();
    }
    boolean isFruitful = ledger.ended() > endedBefore || sender.hasLearnt();
    fruitless = isFruitful ? 0 : fruitless + 1;
    endedBefore = ledger.ended();
    if (fruitless > MOST_FRUITLESS_ROUNDS) {
      leave(last == null ? sender.lastError() : last);
      return done();
    }
    CompletableFuture<List<Indicator>> reading =
        new Listing(background, basis.settings().calls(), ledger::called).read();
    return Waits.then(
        reading,
        (listed, failure) -> {
          if (listed != null) {
            Deque<Step> steps = settle(listed);
            return sender.putBack().thenCompose(answer -> went(answer, steps));
          }
          last = Waits.error(failure);
          if (Slices.isEnding(last) || !sender.hasSent()) {
            leave(last);
            return done();
          }
          return round();
        });
  }

  /** Ends what the list shows to be done or not to hold any more; the steps for what is left. */
  private Deque<Step> settle(List<Indicator> listed) {
    Draft.Rules rules =
        new Draft.Rules(
            basis.settings(),
            basis.creator(),
            basis.madeAt(),
            time.now(),
            entry -> deletable.contains(String.valueOf(entry.id())),
            sender::replaces);
    List<Unit> units =
        basis.units().stream().filter(unit -> planned.contains(unit.index())).toList();
    Draft draft = new Draft(rules, units, listed);
    Map<String, SyncLine> fresh = new HashMap<>();
    draft.lines().forEach(line -> fresh.put(line.key(), line));
    Set<String> ids =
        listed.stream().map(entry -> String.valueOf(entry.id())).collect(Collectors.toSet());
    sender.look(ids);
    List<SyncLine> toDo = new ArrayList<>();
    for (SyncLine line : ledger.open()) {
      SyncLine now = fresh.get(line.key());
      if (sender.isToBePutBack(line.key())) {
        settleFormer(line.key(), now, listed, rules);
      } else if (line.action() == SyncAction.DELETE) {
        settleDelete(line, now, ids);
      } else if (now != null) {
        settleWish(line, now);
      }
    }
    // By priority, but what was deleted to be submitted again comes first.
    for (SyncLine line : draft.lines()) {
      if (ledger.isOpen(line.key()) && !sender.isToBePutBack(line.key())) {
        toDo.add(line);
      }
    }
    Set<String> halves = sender.halves();
    toDo.sort((a, b) -> Boolean.compare(halves.contains(b.key()), halves.contains(a.key())));
    int free = basis.isCountComplete() ? draft.free() : 0;
    return new ArrayDeque<>(Step.of(toDo, free, sender.size(), sender::limit));
  }

  private void settleDelete(SyncLine line, @Nullable SyncLine now, Set<String> listed) {
    if (!listed.contains(String.valueOf(line.entries().get(0).id()))) {
      ledger.end(line.key(), SyncOutcome.DONE, "it is not there any more");
    } else if (now == null) {
      ledger.end(
          line.key(),
          SyncOutcome.STALE,
          "since the plan it has become somebody else's, or is needed");
    }
  }

  private void settleFormer(
      String key, @Nullable SyncLine now, List<Indicator> listed, Draft.Rules rules) {
    boolean isBack =
        sender.missing(key).stream()
            .allMatch(
                entry ->
                    listed.stream()
                        .anyMatch(held -> rules.isOfCreator(held) && Identity.isSame(entry, held)));
    if (isBack) {
      sender.isBack(key);
    } else if (now != null && now.action() == SyncAction.CONFLICT) {
      sender.endFailed(key, "is not put back, since " + now.reason());
    }
  }

  private void settleWish(SyncLine line, SyncLine now) {
    if (now.action() == SyncAction.KEEP) {
      sender.end(line.key());
      boolean isKept = line.action() == SyncAction.KEEP;
      ledger.end(line.key(), isKept ? SyncOutcome.KEPT : SyncOutcome.DONE, null);
    } else if (!now.isSent() || line.action() == SyncAction.KEEP) {
      sender.end(line.key());
      ledger.end(line.key(), SyncOutcome.STALE, "since the plan: " + now.reason());
    }
  }

  private CompletableFuture<Void> send(Deque<Step> steps) {
    Step step = steps.poll();
    if (step == null) {
      return round(); // ends, unless something was not answered
    }
    if (stopping) {
      step = sender.halfDone(step);
      if (step.imports().isEmpty()) {
        return steps.isEmpty() ? round() : send(steps);
      }
    }
    return sender
        .send(step)
        .thenCompose(
            answer -> {
              ledger.tell();
              return went(answer, steps);
            });
  }

  private CompletableFuture<Void> went(Sender.Answer answer, Deque<Step> steps) {
    return switch (answer) {
      case CLEAR -> send(steps);
      case UNCLEAR -> round();
      case ENDING -> {
        DefenderException error = sender.lastError();
        if (sender.halves().isEmpty() || ending != null) {
          leave(error);
          yield done();
        }
        // What has begun may yet be brought to its end, by another operation than failed.
        ending = error;
        stopping = true;
        yield round();
      }
    };
  }

  /** Ends what is open: nothing more is sent. */
  private void leave(@Nullable DefenderException error) {
    for (SyncLine line : ledger.open()) {
      String key = line.key();
      if (sender.isToBePutBack(key)) {
        sender.endFailed(key, "is not known to be back");
      } else if (line.action() == SyncAction.KEEP) {
        ledger.end(key, SyncOutcome.UNKNOWN, "the list was not read", error);
      } else if (sender.isUnclear(key)) {
        ledger.end(key, SyncOutcome.UNKNOWN, "sent, and not answered", error);
      } else {
        boolean isHalf = sender.halves().contains(key);
        String reason = error == null ? "stopped before" : "an error came before";
        ledger.end(
            key,
            SyncOutcome.NOT_SENT,
            isHalf ? reason + ", after its former entry was deleted" : reason,
            error);
      }
    }
  }

  private static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }
}
