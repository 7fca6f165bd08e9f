package dev.defendersdk.machineactions.response;

import java.util.concurrent.CompletableFuture;

/** Lets a wish act when it is its turn. */
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

  /** Completes when the wish may act: with false if it never may any more. */
  CompletableFuture<Boolean> enter();

  /** The service has answered: told after {@link #enter}, perhaps several times. */
  void sent();

  /** The wish has ended, or waits no more. */
  void leave();

  /** Both must let the wish in, one after the other. */
  static Gate both(Gate first, Gate second) {
    return new Gate() {
      @Override
      public CompletableFuture<Boolean> enter() {
        return first
            .enter()
            .thenCompose(may -> may ? second.enter() : CompletableFuture.completedFuture(false));
      }

      @Override
      public void sent() {
        first.sent();
        second.sent();
      }

      @Override
      public void leave() {
        first.leave();
        second.leave();
      }
    };
  }
}
