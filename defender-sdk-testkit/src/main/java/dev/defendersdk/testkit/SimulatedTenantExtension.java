package dev.defendersdk.testkit;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Gives each JUnit test a simulated tenant of its own, as a parameter or by {@link #tenant()}, and
 * prints the tenant's seed and journal when the test fails.
 *
 * <p>Unless the settings say otherwise, the tenant has 25 machines and virtual time that starts on
 * 1 January 2026. With virtual time the test method runs as a known thread of it (see {@link
 * VirtualTime}), so time passes when the test waits in it.
 *
 * <pre>{@code
 * @RegisterExtension
 * SimulatedTenantExtension defender = SimulatedTenantExtension.with(t -> t.machines(250));
 * }</pre>
 */
public final class SimulatedTenantExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver, InvocationInterceptor {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(SimulatedTenantExtension.class);

  private final UnaryOperator<TenantBuilder> settings;
  private volatile @Nullable SimulatedTenant current;

  /** For {@code @ExtendWith}: a tenant as it is if nothing is said. */
  public SimulatedTenantExtension() {
    this(builder -> builder.machines(25));
  }

  private SimulatedTenantExtension(UnaryOperator<TenantBuilder> settings) {
    this.settings = settings;
  }

  /**
   * A tenant of these settings for each test.
   *
   * @param settings applied to a builder that has virtual time
   */
  public static SimulatedTenantExtension with(UnaryOperator<TenantBuilder> settings) {
    return new SimulatedTenantExtension(Objects.requireNonNull(settings, "settings"));
  }

  /**
   * The tenant of the test that runs. Where tests run at the same time on one extension object,
   * take it as a parameter instead.
   *
   * @throws IllegalStateException if no test runs
   */
  public SimulatedTenant tenant() {
    SimulatedTenant tenant = current;
    if (tenant == null) {
      throw new IllegalStateException(
          "no test runs: the tenant exists from before each test until after it");
    }
    return tenant;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    current = tenantOf(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    SimulatedTenant tenant = tenantOf(context);
    current = null;
    if (context.getExecutionException().isPresent()) {
      System.err.println(
          context.getDisplayName()
              + " failed with "
              + tenant
              + ". What the tenant saw:\n"
              + tenant.journal().table());
    }
  }

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    runKnown(invocation, context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    runKnown(invocation, context);
  }

  private void runKnown(Invocation<@Nullable Void> invocation, ExtensionContext context)
      throws Throwable {
    if (tenantOf(context).time() instanceof VirtualTime time) {
      List<Throwable> failure = new ArrayList<>(1);
      time.run(() -> proceed(invocation, failure));
      if (!failure.isEmpty()) {
        throw failure.get(0);
      }
    } else {
      invocation.proceed();
    }
  }

  private static void proceed(Invocation<@Nullable Void> invocation, List<Throwable> failure) {
    try {
      invocation.proceed();
    } catch (Throwable e) {
      failure.add(e);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SimulatedTenant.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return tenantOf(context);
  }

  /** One tenant for each test and extension object. */
  private SimulatedTenant tenantOf(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent(this, key -> newTenant(), SimulatedTenant.class);
  }

  private SimulatedTenant newTenant() {
    VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-01-01T00:00:00Z"));
    return settings.apply(SimulatedTenant.builder().time(time)).build();
  }
}
