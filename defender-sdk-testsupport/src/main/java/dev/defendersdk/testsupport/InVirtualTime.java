package dev.defendersdk.testsupport;

import dev.defendersdk.testkit.VirtualTime;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Runs a test as a thread that virtual time knows: time passes while the test waits, and never
 * between two of its lines.
 */
public final class InVirtualTime implements InvocationInterceptor {

  private final VirtualTime time;

  public InVirtualTime(VirtualTime time) {
    this.time = time;
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> context,
      ExtensionContext extension)
      throws Throwable {
    run(invocation);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> context,
      ExtensionContext extension)
      throws Throwable {
    run(invocation);
  }

  private void run(Invocation<Void> invocation) throws Throwable {
    Throwable[] thrown = new Throwable[1];
    time.run(
        () -> {
          try {
            invocation.proceed();
          } catch (Throwable e) {
            thrown[0] = e;
          }
        });
    if (thrown[0] != null) {
      throw thrown[0];
    }
  }
}
