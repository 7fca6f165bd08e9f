package dev.defendersdk.alerts.feed;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A feed over a scripted list, in virtual time, and what it hands over and reports. */
final class Scene implements AutoCloseable {

  static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

  final VirtualTime time;
  final DefenderClient defender;
  final ScriptedSource source;
  final CheckpointStore store;
  final List<ScriptedSource.State> taken = Collections.synchronizedList(new ArrayList<>());
  final List<FeedNotice> notices = Collections.synchronizedList(new ArrayList<>());

  Scene(VirtualTime time, boolean ordered) {
    this(time, ordered, CheckpointStore.memory());
  }

  Scene(VirtualTime time, boolean ordered, CheckpointStore store) {
    this.time = time;
    this.store = store;
    SimulatedTenant tenant = SimulatedTenant.builder().time(time).machines(1).build();
    this.defender =
        tenant.connect(DefenderClient.builder()).partner("Contoso", "NetShield", "4.2.0").build();
    this.source = new ScriptedSource(defender.background(), time, ordered);
  }

  FeedBuilder<ScriptedSource.State> feed() {
    return new FeedBuilder<>(defender, source)
        .name("siem")
        .store(store)
        .start(FeedStart.checkpointOr(START.minus(Duration.ofDays(30))))
        .onNotice(notices::add);
  }

  FeedHandle start() {
    return feed().start(taken::add);
  }

  void pass(Duration span) throws InterruptedException {
    time.newSignal().await(time.nanos() + span.toNanos());
  }

  /** What was handed over last of each. */
  Map<String, Instant> lastTaken() {
    Map<String, Instant> last = new HashMap<>();
    taken.forEach(state -> last.put(state.id(), state.lastUpdate()));
    return last;
  }

  List<String> ids() {
    return taken.stream().map(ScriptedSource.State::id).toList();
  }

  /** How many states were handed over more than once. */
  int twice() {
    Set<String> known = new HashSet<>();
    int twice = 0;
    for (ScriptedSource.State state : taken) {
      twice += known.add(state.id() + " " + state.lastUpdate()) ? 0 : 1;
    }
    return twice;
  }

  List<FeedNotice> notices(FeedNotice.Kind kind) {
    return notices.stream().filter(notice -> notice.kind() == kind).toList();
  }

  @Override
  public void close() {
    defender.close();
  }
}
