package dev.defendersdk.testkit.internal.engine;

import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults that a tenant is to show. Guarded by the cloud's lock. */
public final class FaultBook {

  /** One rule and how often a request was meant by it. */
  private static final class Rule {
    private final @Nullable String operationId;
    private final Occurrence occurrence;
    private final Fault fault;
    private long count;

    Rule(@Nullable String operationId, Occurrence occurrence, Fault fault) {
      this.operationId = operationId;
      this.occurrence = occurrence;
      this.fault = fault;
    }

    boolean means(@Nullable String id, boolean signIn) {
      return operationId == null ? !signIn : operationId.equals(id);
    }
  }

  private final List<Rule> rules = new ArrayList<>();

  /**
   * Adds a rule.
   *
   * @param operationId null for every operation but sign-in
   */
  public void add(@Nullable String operationId, Occurrence occurrence, Fault fault) {
    if (operationId != null) {
      OperationTable.get(operationId);
    }
    rules.add(new Rule(operationId, occurrence, fault));
  }

  public void clear() {
    rules.clear();
  }

  /** The fault of this request; of several that hit, the first that was added. */
  @Nullable Fault next(@Nullable String operationId, boolean signIn) {
    Fault hit = null;
    for (Rule rule : rules) {
      if (rule.means(operationId, signIn)) {
        rule.count++;
        if (hit == null && rule.occurrence.hits(rule.count)) {
          hit = rule.fault;
        }
      }
    }
    return hit;
  }
}
