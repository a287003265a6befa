package dev.signalbox.plan.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the values of an object for the timeline; what is unknown is left out. */
public final class Values {

  private final Map<String, Object> values = new LinkedHashMap<>();

  public Values put(String name, @Nullable Object value) {
    if (value instanceof List<?> list) {
      if (!list.isEmpty()) {
        values.put(name, list);
      }
    } else if (value != null) {
      values.put(name, value.toString());
    }
    return this;
  }

  public Map<String, Object> map() {
    return values;
  }
}
