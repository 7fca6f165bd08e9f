package dev.defendersdk.testkit.internal.scans;

import dev.defendersdk.testkit.internal.api.Ids;
import dev.defendersdk.testkit.internal.machines.Machine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All scan definitions of a tenant, the machines that scan, and what was scanned. Scans are worked
 * out when somebody looks: no thread runs them. Guarded by the cloud's lock.
 */
public final class ScanBook {

  /**
   * A machine that scans.
   *
   * @param applicationId a GUID
   */
  record Agent(String id, Machine machine, String applicationId) {}

  /**
   * One scan that was carried out.
   *
   * @param sessionId 32 hex digits
   */
  record Session(String sessionId, Definition definition, String target, Instant time) {}

  /** A definition, its members by the names that the samples have. */
  static final class Definition {

    final String id;
    final Agent agent;
    final String createdBy;
    final Map<String, Object> members = new LinkedHashMap<>();
    Instant next;
    @Nullable Session latest;

    Definition(String id, Agent agent, String createdBy, Instant now) {
      this.id = id;
      this.agent = agent;
      this.createdBy = createdBy;
      this.next = now;
    }

    Duration interval() {
      return Duration.ofHours(((Number) members.getOrDefault("intervalInHours", 1)).longValue());
    }

    boolean isActive() {
      return Boolean.TRUE.equals(members.get("isActive"));
    }
  }

  private final Ids ids;
  private final String orgId;
  private final Map<String, Agent> agents = new LinkedHashMap<>();
  private final Map<String, Definition> definitions = new LinkedHashMap<>();
  private final List<Session> sessions = new ArrayList<>();

  public ScanBook(Ids ids, String orgId) {
    this.ids = ids;
    this.orgId = orgId;
  }

  String orgId() {
    return orgId;
  }

  /** Makes a machine one that scans; its agent's id. */
  public String addAgent(Machine machine) {
    Agent agent = agents.get(machine.id());
    if (agent == null) {
      agent = new Agent(orgId + "_" + machine.id(), machine, ids.guid());
      agents.put(machine.id(), agent);
    }
    return agent.id();
  }

  Collection<Agent> agents() {
    return agents.values();
  }

  /** By its own id or its machine's; null if there is none. */
  @Nullable Agent agent(String id) {
    for (Agent agent : agents.values()) {
      if (agent.id().equals(id) || agent.machine().id().equals(id)) {
        return agent;
      }
    }
    return null;
  }

  Definition add(Agent agent, String createdBy, Instant now) {
    Definition definition = new Definition(ids.guid(), agent, createdBy, now);
    definitions.put(definition.id, definition);
    return definition;
  }

  @Nullable Definition find(String id) {
    return definitions.get(id);
  }

  boolean remove(String id) {
    return definitions.remove(id) != null;
  }

  Collection<Definition> definitions() {
    return definitions.values();
  }

  /** All scans so far, newest first. What a deleted definition did is kept. */
  List<Session> newestFirst() {
    List<Session> all = new ArrayList<>(sessions);
    all.sort((a, b) -> b.time().compareTo(a.time()));
    return all;
  }

  /** Carries out all scans up to the given instant: the first one interval after the definition. */
  void settle(Instant now) {
    for (Definition definition : definitions.values()) {
      Instant due = definition.next.plus(definition.interval());
      while (!due.isAfter(now)) {
        definition.next = due;
        if (definition.isActive()) {
          String target = String.valueOf(definition.members.get("target"));
          Session session = new Session(ids.hex(32), definition, target, due);
          definition.latest = session;
          sessions.add(session);
        }
        due = due.plus(definition.interval());
      }
    }
  }
}
