package dev.defendersdk.core.call;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.transfer.SignedLink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An operation of the service, as data: everything that the SDK knows of it, written once. The
 * limiter, the retry rule, the message of a 403 and the listener's names are derived from it.
 *
 * <pre>{@code
 * static final Operation<Machine> GET =
 *     Operation.get("machines.get", "/api/machines/{id}")
 *         .permissions(Permissions.anyOf("Machine.Read.All", "Machine.ReadWrite.All"))
 *         .page("get-machine-by-id.md")
 *         .returns(Machine.class);
 * }</pre>
 *
 * @param <T> what a successful call returns
 */
@SuppressWarnings("UnusedTypeParameter") // it types the calls
public final class Operation<T> {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");

  private final Builder facts;
  private final Answer answer;
  private final List<String> pathNames;

  private Operation(Builder facts, Answer answer) {
    this.facts = facts;
    this.answer = answer;
    List<String> names = new ArrayList<>();
    for (Matcher m = PLACEHOLDER.matcher(facts.path); m.find(); ) {
      names.add(m.group(1));
    }
    this.pathNames = List.copyOf(names);
  }

  /** Begins a GET operation: one that reads. */
  public static Builder get(String id, String path) {
    return new Builder(id, "GET", path, Repeatability.READ);
  }

  /** Begins a POST operation: one that acts, unless the builder says otherwise. */
  public static Builder post(String id, String path) {
    return new Builder(id, "POST", path, Repeatability.ACTING);
  }

  /** Begins a PATCH operation: repeatable, since what it sends becomes the state. */
  public static Builder patch(String id, String path) {
    return new Builder(id, "PATCH", path, Repeatability.REPEATABLE);
  }

  /**
   * Begins a DELETE operation: repeatable. Where it returns nothing and an earlier attempt may have
   * deleted, a 404 means that it has.
   */
  public static Builder delete(String id, String path) {
    return new Builder(id, "DELETE", path, Repeatability.REPEATABLE);
  }

  /** The stable name, {@code area.verb}. */
  public String id() {
    return facts.id;
  }

  /** The HTTP method. */
  public String method() {
    return facts.method;
  }

  /** The path from the root of the host, with placeholders in braces. */
  public String path() {
    return facts.path;
  }

  /** The names of the placeholders in the path, in order. */
  public List<String> pathNames() {
    return pathNames;
  }

  /** The service that serves it. */
  public Service service() {
    return facts.service;
  }

  /** The permissions, any one of which is enough. */
  public Permissions permissions() {
    return facts.permissions;
  }

  /** The quota that its calls count against. */
  public Quota quota() {
    return facts.quota;
  }

  /** What a second sending would do. */
  public Repeatability repeatability() {
    return facts.repeatability;
  }

  /** Where it stands in its life. */
  public Lifecycle lifecycle() {
    return facts.lifecycle;
  }

  /** The page of the service's documentation that describes it; empty if none does. */
  public String page() {
    return facts.page;
  }

  /** True if a 404 means that nothing was found, rather than an error: lists of some pages. */
  public boolean emptyWhenNotFound() {
    return facts.emptyWhenNotFound;
  }

  /** True if the list is paged by {@code $top} and {@code $skip} where it gives no next link. */
  public boolean pagedBySkip() {
    return facts.largestPage > 0 && !facts.pagedByLink;
  }

  /** The most elements of one page, or 0 where the operation takes no {@code $top}. */
  public int largestPage() {
    return facts.largestPage;
  }

  /** True if the first page too is asked for with {@code $top}. */
  public boolean alwaysSendsTop() {
    return facts.alwaysSendsTop;
  }

  /** Headers that each of its requests carries, besides those of every request. */
  public Map<String, String> headers() {
    return facts.headers;
  }

  /**
   * How long a call may take in all, and one attempt, where neither the client nor the call says
   * otherwise: 2 minutes and 30 seconds, unless the operation takes longer by its nature.
   */
  public Duration deadline() {
    return facts.deadline;
  }

  /** How long one attempt may take: see {@link #deadline()}. */
  public Duration attemptTimeout() {
    return facts.attemptTimeout;
  }

  /** The form of a successful answer. */
  public Answer answer() {
    return answer;
  }

  @Override
  public String toString() {
    return facts.id + " (" + facts.method + " " + facts.path + ")";
  }

  /** Collects the facts of an operation. The last call says what the operation returns. */
  public static final class Builder {

    private final String id;
    private final String method;
    private final String path;
    private Repeatability repeatability;
    private Service service = Service.DEFENDER;
    private Permissions permissions = Permissions.NONE_STATED;
    private Quota quota;
    private Lifecycle lifecycle = Lifecycle.CURRENT;
    private String page = "";
    private boolean emptyWhenNotFound;
    private int largestPage;
    private boolean pagedByLink;
    private boolean alwaysSendsTop;
    private Map<String, String> headers = Map.of();
    private Duration deadline = Duration.ofMinutes(2);
    private Duration attemptTimeout = Duration.ofSeconds(30);

    private Builder(String id, String method, String path, Repeatability repeatability) {
      this.id = Check.notBlank(id, "id");
      this.method = method;
      this.path = Check.notBlank(path, "path");
      if (!path.startsWith("/")) {
        throw new IllegalArgumentException(
            "path is " + Check.quote(path) + ": it must start at the root. Begin it with a slash.");
      }
      this.repeatability = repeatability;
      // Unless an operation's page says otherwise (machines.md, ground rules).
      this.quota = new Quota(id, 100, 1_500);
    }

    private Builder(Builder other) {
      this(other.id, other.method, other.path, other.repeatability);
      service = other.service;
      permissions = other.permissions;
      quota = other.quota;
      lifecycle = other.lifecycle;
      page = other.page;
      emptyWhenNotFound = other.emptyWhenNotFound;
      largestPage = other.largestPage;
      pagedByLink = other.pagedByLink;
      alwaysSendsTop = other.alwaysSendsTop;
      headers = other.headers;
      deadline = other.deadline;
      attemptTimeout = other.attemptTimeout;
    }

    /** The service that serves it; Defender by default. */
    public Builder service(Service service) {
      this.service = Check.notNull(service, "service");
      return this;
    }

    /** The permissions, any one of which is enough; none stated by default. */
    public Builder permissions(Permissions permissions) {
      this.permissions = Check.notNull(permissions, "permissions");
      return this;
    }

    /** Calls per minute and per hour; 100 and 1,500 by default. */
    public Builder limits(int perMinute, int perHour) {
      return quota(new Quota(id, perMinute, perHour));
    }

    /** What its calls are counted against, where it is not counted alone. */
    public Builder quota(Quota quota) {
      this.quota = Check.notNull(quota, "quota");
      return this;
    }

    /** What a second sending would do, where the method's default is wrong. */
    public Builder repeatability(Repeatability repeatability) {
      this.repeatability = Check.notNull(repeatability, "repeatability");
      return this;
    }

    /** Where it stands in its life; current by default. */
    public Builder lifecycle(Lifecycle lifecycle) {
      this.lifecycle = Check.notNull(lifecycle, "lifecycle");
      return this;
    }

    /** The page of the service's documentation. */
    public Builder page(String page) {
      this.page = Check.notBlank(page, "page");
      return this;
    }

    /** A header that each request carries, such as {@code Prefer}. */
    public Builder header(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(Check.notBlank(name, "name"), Check.notBlank(value, name));
      headers = Collections.unmodifiableMap(more);
      return this;
    }

    /** Says that a 404 of this list means that it is empty. */
    public Builder emptyWhenNotFound() {
      this.emptyWhenNotFound = true;
      return this;
    }

    /** Says that the list takes {@code $top} up to this number, and {@code $skip}. */
    public Builder pagedBySkip(int largestPage) {
      this.largestPage = Check.between(largestPage, 1, 1_000_000, "largestPage");
      this.pagedByLink = false;
      return this;
    }

    /**
     * Says that the list takes {@code $top} up to this number, and that a page without a next link
     * is its last: as Microsoft Graph has it.
     */
    public Builder pagedByLink(int largestPage) {
      this.largestPage = Check.between(largestPage, 1, 1_000_000, "largestPage");
      this.pagedByLink = true;
      return this;
    }

    /**
     * Says that the first page too is to be asked for with {@code $top}: without it the service
     * gives a small page, or one of a size that no page states. Only for a list that takes {@code
     * $top}.
     */
    public Builder alwaysSendsTop() {
      if (largestPage == 0) {
        throw new IllegalStateException(
            id + " takes no $top: it cannot send it always. Call pagedBySkip(…) before.");
      }
      this.alwaysSendsTop = true;
      return this;
    }

    /**
     * How long a call and one attempt may take by default, where the operation takes longer than
     * others by its nature.
     *
     * @param attemptTimeout of one attempt, not longer than the deadline
     */
    public Builder patience(Duration deadline, Duration attemptTimeout) {
      this.deadline = Check.positive(deadline, "deadline");
      this.attemptTimeout = Check.positive(attemptTimeout, "attemptTimeout");
      if (attemptTimeout.compareTo(deadline) > 0) {
        throw new IllegalArgumentException(
            "attemptTimeout is "
                + attemptTimeout
                + ": no attempt takes longer than the deadline. Pass at most "
                + deadline
                + ".");
      }
      return this;
    }

    /** Ends with an operation that returns one entity. */
    public <T> Operation<T> returns(Class<T> type) {
      return new Operation<>(new Builder(this), new Answer(Answer.Form.ENTITY, type));
    }

    /** Ends with an operation that returns a list of entities. */
    public <E> Operation<List<E>> returnsListOf(Class<E> type) {
      return new Operation<>(new Builder(this), new Answer(Answer.Form.LIST, type));
    }

    /** Ends with an operation that returns a signed link to a file. */
    public Operation<SignedLink> returnsLink() {
      return new Operation<>(new Builder(this), new Answer(Answer.Form.LINK, SignedLink.class));
    }

    /** Ends with an operation that returns rows under a schema of their own. */
    public Operation<Table> returnsTable() {
      return new Operation<>(new Builder(this), new Answer(Answer.Form.TABLE, Table.class));
    }

    /** Ends with an operation that returns a bare number, as {@code /$count} does. */
    public Operation<Long> returnsCount() {
      return new Operation<>(new Builder(this), new Answer(Answer.Form.COUNT, Long.class));
    }

    /** Ends with an operation whose answer holds nothing. Its calls return null. */
    public Operation<Void> returnsNothing() {
      return new Operation<>(new Builder(this), new Answer(Answer.Form.NOTHING, Void.class));
    }
  }
}
