package dev.defendersdk.core.internal.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Reads the values of an open set. */
final class OpenEnumReader implements ValueReader {

  private final MethodHandle of;
  private final RepeatedTexts values = new RepeatedTexts(this::make);

  OpenEnumReader(Class<?> type) {
    try {
      this.of =
          MethodHandles.publicLookup()
              .findStatic(type, "of", MethodType.methodType(type, String.class))
              .asType(MethodType.methodType(Object.class, String.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type + " has no public static of(String)", e);
    }
  }

  @Override
  public Object read(Cursor cursor, Misfits misfits) {
    return cursor.kind() == '"' ? values.read(cursor) : ValueReader.misfit(cursor);
  }

  private Object make(String text) {
    if (text.isBlank()) {
      return new Misfit(text);
    }
    try {
      return of.invokeExact(text);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
