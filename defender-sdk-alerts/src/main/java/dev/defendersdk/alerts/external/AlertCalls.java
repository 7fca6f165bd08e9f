package dev.defendersdk.alerts.external;

import dev.defendersdk.alerts.Alert;
import dev.defendersdk.alerts.NewAlert;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The calls of the service that publishing is made of. None keeps a thread while it waits. */
interface AlertCalls {

  /** Creates an alert; an urgent one does not stand behind others. */
  CompletableFuture<Alert> create(NewAlert alert, boolean urgent);

  /** The alerts of a machine that came or changed since a time, in UTC. */
  CompletableFuture<List<Alert>> ofMachine(String machineId, Instant since);

  /** Those of these alerts that are there. */
  CompletableFuture<Void> ofIds(List<String> ids, Consumer<Alert> handler);

  /** One alert. */
  CompletableFuture<Alert> ofId(String id);
}
