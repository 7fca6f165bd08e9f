package dev.defendersdk.core.internal.runner;

import dev.defendersdk.core.call.Lifecycle;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.internal.text.Redaction;
import dev.defendersdk.core.observe.AttemptEvent;
import dev.defendersdk.core.observe.CallEvent;
import dev.defendersdk.core.observe.CallListener;
import dev.defendersdk.core.observe.UnexpectedMemberEvent;
import dev.defendersdk.core.observe.WaitEvent;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listener and the log, in the same words. A listener that throws harms no call. */
public final class Reporter {

  private static final Logger LOG = LoggerFactory.getLogger("dev.defendersdk.call");

  private final CallListener listener;
  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  Reporter(CallListener listener) {
    this.listener = listener;
  }

  /** Says once for each operation that it will end. */
  void begins(Operation<?> operation) {
    Lifecycle lifecycle = operation.lifecycle();
    if (lifecycle.state() == Lifecycle.State.DEPRECATED && warned.add(operation.id())) {
      LOG.warn(
          "operation={} is deprecated: ends={} replacedBy={} permissionsToAdd={}",
          operation.id(),
          lifecycle.ends(),
          lifecycle.replacedBy(),
          lifecycle.permissionsToAdd());
    }
  }

  void attempt(AttemptEvent event, String method, URI uri) {
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "operation={} tenant={} clientRequestId={} attempt={} status={} requestId={} failure={}"
              + " bytes={} durationMillis={} request={} {}",
          event.operation(),
          event.tenantId(),
          event.clientRequestId(),
          event.attempt(),
          event.status(),
          event.requestId(),
          event.failure(),
          event.bytes(),
          event.duration().toMillis(),
          method,
          Redaction.uri(uri));
    }
    tell(to -> to.onAttempt(event));
  }

  void waits(WaitEvent event) {
    LOG.debug(
        "operation={} tenant={} clientRequestId={} waits reason={} expectedMillis={}",
        event.operation(),
        event.tenantId(),
        event.clientRequestId(),
        event.reason(),
        event.expected().toMillis());
    tell(to -> to.onWait(event));
  }

  void ended(CallEvent event) {
    LOG.debug(
        "operation={} tenant={} clientRequestId={} ended attempts={} error={} durationMillis={}",
        event.operation(),
        event.tenantId(),
        event.clientRequestId(),
        event.attempts(),
        event.error(),
        event.duration().toMillis());
    tell(to -> to.onCall(event));
  }

  /** A member of an answer was of an unexpected kind. */
  public void unexpectedMember(UnexpectedMemberEvent event) {
    LOG.debug(
        "operation={} type={} member={} has an unexpected kind of value; kept raw",
        event.operation(),
        event.type(),
        event.member());
    tell(to -> to.onUnexpectedMember(event));
  }

  private void tell(Consumer<CallListener> event) {
    try {
      event.accept(listener);
    } catch (VirtualMachineError e) {
      throw e;
    } catch (RuntimeException | Error e) {
      LOG.warn("a call listener threw {}; ignored", e.getClass().getName());
    }
  }
}
