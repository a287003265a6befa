package dev.signalbox.graph;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All objects that something keeps, by our fields, arrays and the library's collections: so a test
 * can say what is kept without waiting for a garbage collector.
 */
public final class Reachable {

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> open = new ArrayDeque<>();

  private Reachable() {}

  /** How many objects of a type some objects keep, themselves included. */
  public static long count(Class<?> type, Object... from) throws IllegalAccessException {
    var walk = new Reachable();
    walk.push(from);
    while (!walk.open.isEmpty()) {
      walk.look(walk.open.remove());
    }
    return walk.seen.stream().filter(type::isInstance).count();
  }

  private void push(@Nullable Object next) {
    if (next != null && seen.add(next)) {
      open.add(next);
    }
  }

  private void look(Object at) throws IllegalAccessException {
    if (at instanceof Object[] array) {
      for (Object each : array) {
        push(each);
      }
    } else if (at.getClass().getName().startsWith("dev.signalbox.")) {
      for (Class<?> type = at.getClass();
          type != null && type.getName().startsWith("dev.signalbox.");
          type = type.getSuperclass()) {
        fields(at, type);
      }
    } else if (at instanceof Collection<?> collection) {
      collection.forEach(this::push);
    } else if (at instanceof Map<?, ?> map) {
      map.keySet().forEach(this::push);
      map.values().forEach(this::push);
    }
  }

  private void fields(Object at, Class<?> type) throws IllegalAccessException {
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
        field.setAccessible(true);
        push(field.get(at));
      }
    }
  }
}
