package dev.signalbox.validation.timer;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Task data as JSON: readable by people and by the next version, unlike Java serialization. */
final class JsonTaskData implements Serializer {

  private final JsonMapper json;

  JsonTaskData(JsonMapper json) {
    this.json = json;
  }

  @Override
  @SuppressWarnings("NullAway") // a task without data has none to read or write
  public byte @Nullable [] serialize(@Nullable Object data) {
    return data == null ? null : json.writeValueAsBytes(data);
  }

  @Override
  @SuppressWarnings("NullAway") // a task without data has none to read or write
  public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] stored) {
    return stored == null ? null : json.readValue(stored, type);
  }
}
