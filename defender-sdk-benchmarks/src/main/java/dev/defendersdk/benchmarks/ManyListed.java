package dev.defendersdk.benchmarks;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.DefenderException;

/** Lists all that a tenant has of an entity, as a program in a small heap does; says how many. */
final class ManyListed {

  private ManyListed() {}

  /**
   * Prints what came of it.
   *
   * @param arguments the server's port, and the name of the entity
   */
  public static void main(String[] arguments) {
    try (DefenderClient defender = LocalClient.of(Integer.parseInt(arguments[0]))) {
      System.out.println(count(Listed.named(arguments[1]), defender));
    } catch (DefenderException e) {
      System.out.println(e.kind() + ": " + e.getMessage());
    }
  }

  private static <T> String count(Listed<T> listed, DefenderClient defender) {
    long count = 0;
    long parts = 0;
    for (T element : listed.list().apply(defender)) {
      count++;
      parts += listed.parts().applyAsInt(element);
    }
    return "listed=" + count + " parts=" + parts;
  }
}
