package dev.signalbox.delivery;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** The chart rendered with some values, as Kubernetes would get it; no Helm binary is needed. */
final class RenderedChart {

  static final Path CHART = Path.of("helm", "signalbox");

  /** The least that an installation has to say. */
  static final String LEAST =
      """
      database:
        url: jdbc:postgresql://db.example:5432/signalbox
        existingSecret: signalbox-database
      access:
        existingSecret: signalbox-access
      networkPolicy:
        egress:
          database:
            - ipBlock:
                cidr: 192.0.2.10/32
      """;

  private final List<Map<String, Object>> objects;

  private RenderedChart(List<Map<String, Object>> objects) {
    this.objects = objects;
  }

  /** Renders with the least values and {@code more}, the latter winning. */
  static RenderedChart with(String more) {
    return new RenderedChart(parse(render(LEAST, more)));
  }

  static String render(String... values) {
    var command =
        new Helm(CHART)
            .template()
            .withName("train")
            .withNamespace("release")
            .withKubeVersion("1.33.0");
    for (var text : values) {
      command = command.withValuesFile(file(text));
    }
    return command.call();
  }

  List<Map<String, Object>> objects() {
    return objects;
  }

  List<String> kinds() {
    return objects.stream().map(object -> (String) object.get("kind")).toList();
  }

  /** The value at a path such as {@code spec.template.spec} of the first object of a kind. */
  Object at(String kind, String path) {
    var object =
        objects.stream()
            .filter(candidate -> kind.equals(candidate.get("kind")))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no " + kind + " in " + kinds()));
    return walk(object, path);
  }

  /** The value at a path; a number is an index into a list; null where the path ends early. */
  static Object walk(Object from, String path) {
    var place = from;
    for (var step : path.split("\\.", -1)) {
      place =
          switch (place) {
            case Map<?, ?> map -> map.get(step);
            case List<?> list -> list.get(Integer.parseInt(step));
            case null, default -> null;
          };
    }
    return place;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> parse(String yaml) {
    var documents = new ArrayList<Map<String, Object>>();
    StreamSupport.stream(new Yaml().loadAll(yaml).spliterator(), false)
        .filter(Map.class::isInstance)
        .forEach(document -> documents.add((Map<String, Object>) document));
    return documents;
  }

  private static Path file(String text) {
    try {
      var file = Files.createTempFile("values", ".yaml");
      file.toFile().deleteOnExit();
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
