package dev.defendersdk.core.internal.runner;

import dev.defendersdk.core.internal.quota.PermitRequest;
import dev.defendersdk.core.internal.transport.TransportFailure;
import dev.defendersdk.core.time.TimeSource;
import java.time.Duration;

/**
 * Drives a call on the caller's thread, until it has an end.
 *
 * @param <T> the result
 */
final class BlockingRun<T> {

  private final CallRun<T> run;
  private final Runner runner;
  private final TimeSource time;
  private final Closing closing = new Closing(Thread.currentThread());
  private boolean interruptedByCaller;

  BlockingRun(PreparedCall<T> call, Runner runner) {
    this.run = new CallRun<>(call, runner, Manner.BLOCKING);
    this.runner = runner;
    this.time = runner.time();
  }

  T run() {
    // Looked at before close() may interrupt the thread too: the two must not be mixed up.
    interruptedByCaller = Thread.currentThread().isInterrupted();
    runner.begin(closing);
    try {
      return runToItsEnd();
    } finally {
      runner.end(closing);
      closing.end();
      if (interruptedByCaller) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private T runToItsEnd() {
    Event event = interruptedByCaller ? new Event.Interrupted() : new Event.Started();
    while (true) {
      Step step = run.next(event);
      if (step instanceof Step.Succeed) {
        return run.succeed();
      }
      if (step instanceof Step.Fail fail) {
        throw run.fail(fail);
      }
      try {
        event = carryOut(step);
      } catch (InterruptedException e) {
        interruptedByCaller = !closing.isAsked();
        event = interruptedByCaller ? new Event.Interrupted() : new Event.Closed();
      }
    }
  }

  private Event carryOut(Step step) throws InterruptedException {
    if (step instanceof Step.AskPermit) {
      return askPermit();
    }
    if (step instanceof Step.AskToken ask) {
      return run.tokenCame(run.askToken(ask).await(time));
    }
    if (step instanceof Step.Send send) {
      return send(send);
    }
    if (step instanceof Step.Wait wait) {
      run.beginWait(wait);
      time.newSignal().await(wait.untilNanos());
      return new Event.Woke();
    }
    throw new IllegalStateException("no such step: " + step);
  }

  private Event askPermit() throws InterruptedException {
    PermitRequest request = run.askPermit();
    Event atOnce = run.permitAtOnce(request);
    if (atOnce != null) {
      return atOnce;
    }
    try {
      return run.permitted(request.await(time));
    } finally {
      request.abandon();
    }
  }

  private Event send(Step.Send send) throws InterruptedException {
    try {
      return run.answered(
          send, runner.transport().send(run.beginAttempt(), Duration.ofNanos(send.timeoutNanos())));
    } catch (TransportFailure problem) {
      return run.unanswered(send, problem);
    } finally {
      run.endAttempt(true); // an interrupt: the request may have reached the service
    }
  }
}
