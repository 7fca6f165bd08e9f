package dev.defendersdk.machineactions.response;

import java.util.concurrent.CompletableFuture;

/** Lets so many wishes of a bulk act at once; the others wait in order. */
interface Gate {

  /** Nobody waits. */
  Gate OPEN =
      new Gate() {
        @Override
        public CompletableFuture<Boolean> enter() {
          return CompletableFuture.completedFuture(true);
        }

        @Override
        public void sent() {}

        @Override
        public void leave() {}
      };

  /** Completes when the wish may act. Cancelling it gives the place up. */
  CompletableFuture<Boolean> enter();

  /** The service has answered: told after {@link #enter}, perhaps several times. */
  void sent();

  /** The wish has ended. Told once for each that has entered. */
  void leave();
}
