package dev.defendersdk.gates;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.channels.Selector;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.TimerTask;
import java.util.UUID;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Time, timed waiting and randomness come from the time source, and nothing else draws them. */
final class TimeRules {

  /**
   * Using any of these, or a type that extends one, is reading a clock, scheduling or rolling dice.
   */
  private static final List<Class<?>> TYPES =
      List.of(
          Clock.class,
          Timer.class,
          TimerTask.class,
          ScheduledExecutorService.class,
          Delayed.class,
          Random.class,
          SplittableRandom.class);

  /** Methods that do so under any number and type of arguments. */
  private static final Map<Class<?>, Set<String>> METHODS =
      Map.ofEntries(
          Map.entry(System.class, Set.of("currentTimeMillis", "nanoTime")),
          Map.entry(Thread.class, Set.of("sleep")),
          Map.entry(LockSupport.class, Set.of("parkNanos", "parkUntil")),
          Map.entry(Condition.class, Set.of("awaitNanos", "awaitUntil")),
          Map.entry(TimeUnit.class, Set.of("sleep", "timedWait", "timedJoin")),
          Map.entry(
              Executors.class,
              Set.of("newScheduledThreadPool", "newSingleThreadScheduledExecutor")),
          Map.entry(Calendar.class, Set.of("getInstance")),
          Map.entry(Math.class, Set.of("random")),
          Map.entry(StrictMath.class, Set.of("random")),
          Map.entry(UUID.class, Set.of("randomUUID")),
          Map.entry(RandomGenerator.class, Set.of("getDefault", "of")),
          Map.entry(RandomGeneratorFactory.class, Set.of("create", "getDefault", "of", "all")));

  /**
   * Outside the time source, time stands still.
   *
   * @param isTimeSource whether a class is one, or is part of one
   * @param mayUseSeeds whether a class may use a {@link SplittableRandom} with a seed of its own
   */
  static ArchRule onlyTheTimeSourceKnowsTheTime(
      Predicate<JavaClass> isTimeSource, Predicate<JavaClass> mayUseSeeds) {
    return classes()
        .should(
            ArchitectureRules.condition(
                "take time, timed waits and random numbers from the time source",
                (type, report) -> {
                  if (isTimeSource.test(type)) {
                    return;
                  }
                  for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    boolean seeded =
                        target.isEquivalentTo(SplittableRandom.class) && mayUseSeeds.test(type);
                    if (isForbidden(target) && !seeded) {
                      report.accept(dependency.getDescription());
                    }
                  }
                  for (JavaCodeUnitAccess<?> access : type.getCodeUnitAccessesFromSelf()) {
                    if (isForbidden(access.getTarget())) {
                      report.accept(access.getDescription());
                    }
                  }
                }))
        .because(
            "with one source of time and chance, hours pass in milliseconds in a test and every run"
                + " repeats");
  }

  private static boolean isForbidden(CodeUnitAccessTarget target) {
    JavaClass owner = target.getOwner();
    String name = target.getName();
    List<JavaClass> parameters = target.getRawParameterTypes();
    for (Map.Entry<Class<?>, Set<String>> entry : METHODS.entrySet()) {
      if (owner.isAssignableTo(entry.getKey()) && entry.getValue().contains(name)) {
        return true;
      }
    }
    boolean timed = !parameters.isEmpty() && parameters.get(0).isEquivalentTo(long.class);
    return (owner.getPackageName().startsWith("java.time") && name.equals("now"))
        // wait(), join() and select() without a bound are no timed waits
        || (timed && name.equals("wait") && parameters.size() <= 2)
        || (timed && name.equals("join") && owner.isAssignableTo(Thread.class))
        || (timed && name.equals("select") && owner.isAssignableTo(Selector.class))
        || (owner.isAssignableTo(Date.class) && name.equals("<init>") && parameters.isEmpty())
        || (owner.isAssignableTo(Calendar.class) && name.equals("<init>"))
        || (owner.isEquivalentTo(SplittableRandom.class)
            && name.equals("<init>")
            && parameters.isEmpty())
        || (owner.isEquivalentTo(Collections.class)
            && name.equals("shuffle")
            && parameters.size() == 1)
        || isTimedWait(owner, name, parameters);
  }

  /**
   * Everything in the JDK that waits with a bound says so as (…, long, TimeUnit, …): get, poll,
   * offer, await, tryLock, tryAcquire, awaitTermination, orTimeout, delayedExecutor and their like.
   */
  private static boolean isTimedWait(JavaClass owner, String name, List<JavaClass> parameters) {
    boolean merelyConverts =
        owner.isEquivalentTo(TimeUnit.class) || owner.isEquivalentTo(FileTime.class);
    boolean setsUpPool =
        owner.isAssignableTo(ThreadPoolExecutor.class)
            && (name.equals("<init>") || name.equals("setKeepAliveTime"));
    if (merelyConverts || setsUpPool) {
      return false;
    }
    for (int i = 1; i < parameters.size(); i++) {
      if (parameters.get(i).isEquivalentTo(TimeUnit.class)
          && parameters.get(i - 1).isEquivalentTo(long.class)) {
        return true;
      }
    }
    return false;
  }

  /** A subclass of our own is reported where it extends the JDK's, and only there. */
  private static boolean isForbidden(JavaClass type) {
    return type.getPackageName().startsWith("java.")
        && TYPES.stream().anyMatch(type::isAssignableTo);
  }

  private TimeRules() {}
}
