package dev.signalbox.delivery;

import static dev.signalbox.delivery.RenderedChart.walk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** What the chart promises to a cluster, and what its schema refuses. */
class ChartTests {

  private static final String POD = "spec.template.spec";
  private static final String EVERYTHING =
      """
      ingress: {enabled: true, className: web, host: train.example, tlsSecret: train-tls}
      autoscaling: {enabled: true}
      serviceMonitor: {enabled: true, labels: {team: release}}
      networkPolicy:
        ingress:
          http: [{namespaceSelector: {matchLabels: {name: web}}}]
          management: [{namespaceSelector: {matchLabels: {name: monitoring}}}]
        egress:
          dispatch:
            - to: [{ipBlock: {cidr: 198.51.100.0/24}}]
              ports: [{port: 443, protocol: TCP}]
      settings: {SIGNALBOX_VALIDATION_POLL: 5s}
      imagePullSecrets: [registry]
      podAnnotations: {note: here}
      podLabels: {tier: release}
      nodeSelector: {disk: fast}
      tolerations: [{key: release, operator: Exists}]
      """;

  @Test
  void passesAStrictLint(@TempDir Path directory) throws IOException {
    FileSystemUtils.copyRecursively(RenderedChart.CHART, directory);
    var values = directory.resolve("values.yaml");
    Files.writeString(
        values,
        Files.readString(values)
            .replace("url: \"\"", "url: jdbc:postgresql://db.example/signalbox")
            .replace("existingSecret: \"\"", "existingSecret: made-before")
            .replace("database: []", "database: [{podSelector: {}}]"));
    var result = new Helm(directory).lint().strict().call();
    assertThat(result.isFailed()).as(String.join("\n", result.getMessages())).isFalse();
  }

  @Test
  void rendersNothingUntilDatabaseAndSecretsAreNamed() {
    assertThatThrownBy(RenderedChart::render)
        .hasMessageContaining("url")
        .hasMessageContaining("existingSecret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown: 1",
        "database: {pasword: oops}",
        "database: {password: secret}",
        "database: {url: 'jdbc:mysql://db.example/signalbox'}",
        "database: {url: 'jdbc:postgresql://db.example/signalbox?password=secret'}",
        "database: {existingSecret: ''}",
        "access: {existingSecret: ''}",
        "access: {masterKey: c2VjcmV0}",
        "settings: {SIGNALBOX_ACCESS_MASTER_KEY: c2VjcmV0}",
        "settings: {SPRING_DATASOURCE_PASSWORD: secret}",
        "settings: {signalbox.sample.enabled: 'false'}",
        "settings: {SIGNALBOX_SAMPLE_ENABLED: false}",
        "image: {tag: latest}",
        "image: {digest: 'sha256:abc'}",
        "replicaCount: 0",
        "ingress: {enabled: true, host: train.example}",
        "ingress: {enabled: true, tlsSecret: train-tls}",
        "networkPolicy: {egress: {database: []}}",
        "networkPolicy: {egress: {database: [{}]}}",
        "networkPolicy: {egress: {dispatch: [{ports: [{port: 443}]}]}}",
        "resources: {limits: {memry: 1Gi}}",
        "service: {port: 0}",
        "serviceMonitor: {interval: often}"
      })
  void refuses(String values) {
    assertThatThrownBy(() -> RenderedChart.with(values))
        .hasMessageContaining("don't meet the specifications")
        .message()
        .doesNotContain("metaschema");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", EVERYTHING})
  void keepsThePodWithinTheRestrictedStandard(String values) {
    var pod = RenderedChart.with(values).at("Deployment", POD);
    assertThat(walk(pod, "securityContext.runAsNonRoot")).isEqualTo(true);
    assertThat(walk(pod, "securityContext.runAsUser")).isEqualTo(10001);
    assertThat(walk(pod, "securityContext.seccompProfile.type")).isEqualTo("RuntimeDefault");
    assertThat(walk(pod, "automountServiceAccountToken")).isEqualTo(false);
    for (var key : List.of("hostNetwork", "hostPID", "hostIPC", "initContainers")) {
      assertThat(walk(pod, key)).as(key).isNull();
    }
    assertThat((List<?>) walk(pod, "containers")).hasSize(1);
    var container = walk(pod, "containers.0.securityContext");
    assertThat(walk(container, "allowPrivilegeEscalation")).isEqualTo(false);
    assertThat(walk(container, "privileged")).isEqualTo(false);
    assertThat(walk(container, "readOnlyRootFilesystem")).isEqualTo(true);
    assertThat(walk(container, "capabilities")).isEqualTo(Map.of("drop", List.of("ALL")));
    assertThat((List<?>) walk(pod, "volumes"))
        .allSatisfy(volume -> assertThat(walk(volume, "emptyDir")).isNotNull());
    assertThat((List<?>) walk(pod, "containers.0.ports"))
        .allSatisfy(port -> assertThat(walk(port, "hostPort")).isNull());
  }

  @Test
  void takesEverySecretFromOneThatExists() {
    var chart = RenderedChart.with(EVERYTHING);
    assertThat(chart.kinds()).doesNotContain("Secret", "ConfigMap");
    assertThat((List<?>) chart.at("Deployment", POD + ".containers.0.env"))
        .filteredOn(entry -> ((String) walk(entry, "name")).matches(".*(PASSWORD|KEY)"))
        .hasSize(3)
        .allSatisfy(entry -> assertThat(walk(entry, "value")).isNull())
        .extracting(
            entry -> walk(entry, "name"),
            entry -> walk(entry, "valueFrom.secretKeyRef.name"),
            entry -> walk(entry, "valueFrom.secretKeyRef.key"))
        .containsExactly(
            tuple("SPRING_DATASOURCE_PASSWORD", "signalbox-database", "password"),
            tuple("SIGNALBOX_ACCESS_MASTER_KEY", "signalbox-access", "master-key"),
            tuple("SIGNALBOX_ACCESS_BOOTSTRAP_PASSWORD", "signalbox-access", "bootstrap-password"));
  }

  @Test
  void bringsNoDatabase() {
    var chart = RenderedChart.with(EVERYTHING);
    assertThat(chart.kinds()).doesNotContain("StatefulSet", "PersistentVolumeClaim");
    assertThat(Files.exists(RenderedChart.CHART.resolve("charts"))).isFalse();
    assertThat((List<?>) chart.at("Deployment", POD + ".containers.0.env"))
        .anySatisfy(
            entry -> {
              assertThat(walk(entry, "name")).isEqualTo("SPRING_DATASOURCE_URL");
              assertThat(walk(entry, "value"))
                  .isEqualTo("jdbc:postgresql://db.example:5432/signalbox");
            });
  }

  @Test
  void probesTheHealthGroupsOnTheManagementPort() {
    var container = RenderedChart.with("{}").at("Deployment", POD + ".containers.0");
    assertThat(walk(container, "livenessProbe.httpGet"))
        .isEqualTo(Map.of("path", "/actuator/health/liveness", "port", "management"));
    assertThat(walk(container, "readinessProbe.httpGet"))
        .isEqualTo(Map.of("path", "/actuator/health/readiness", "port", "management"));
    assertThat(walk(container, "startupProbe.httpGet.port")).isEqualTo("management");
    assertThat(walk(container, "ports.1"))
        .isEqualTo(Map.of("name", "management", "containerPort", 8081));
  }

  @Test
  void deniesTheNetworkExceptWhatIsNamed() {
    var chart = RenderedChart.with("{}");
    assertThat(chart.at("NetworkPolicy", "spec.policyTypes"))
        .isEqualTo(List.of("Ingress", "Egress"));
    assertThat((List<?>) chart.at("NetworkPolicy", "spec.ingress"))
        .as("the pages are open, the management port is not")
        .singleElement()
        .extracting(rule -> walk(rule, "ports.0.port"))
        .isEqualTo("http");
    assertThat((List<?>) chart.at("NetworkPolicy", "spec.egress"))
        .hasSize(2)
        .allSatisfy(rule -> assertThat((List<?>) walk(rule, "to")).isNotEmpty())
        .allSatisfy(rule -> assertThat((List<?>) walk(rule, "ports")).isNotEmpty());
    assertThat((List<?>) RenderedChart.with(EVERYTHING).at("NetworkPolicy", "spec.egress"))
        .hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", EVERYTHING})
  void putsTheStandardLabelsOnEveryObjectAndSelectsItsOwnPods(String values) {
    var chart = RenderedChart.with(values);
    assertThat(chart.objects())
        .allSatisfy(
            object ->
                assertThat(((Map<?, ?>) walk(object, "metadata.labels")).keySet())
                    .asString()
                    .contains(
                        "app.kubernetes.io/name",
                        "app.kubernetes.io/instance",
                        "app.kubernetes.io/version",
                        "app.kubernetes.io/managed-by",
                        "helm.sh/chart"));
    var selector = (Map<?, ?>) chart.at("Deployment", "spec.selector.matchLabels");
    assertThat((Map<?, ?>) chart.at("Deployment", "spec.template.metadata.labels"))
        .containsAllEntriesOf(cast(selector));
    assertThat(chart.at("Service", "spec.selector")).isEqualTo(selector);
    assertThat(chart.at("PodDisruptionBudget", "spec.selector.matchLabels")).isEqualTo(selector);
    assertThat(chart.at("NetworkPolicy", "spec.podSelector.matchLabels")).isEqualTo(selector);
  }

  @Test
  void leavesTheReplicasToTheAutoscalerWhenThereIsOne() {
    assertThat(RenderedChart.with("{}").at("Deployment", "spec.replicas")).isEqualTo(2);
    assertThat(RenderedChart.with("{}").kinds())
        .doesNotContain("HorizontalPodAutoscaler", "ServiceMonitor", "Ingress");
    var chart = RenderedChart.with(EVERYTHING);
    assertThat(chart.at("Deployment", "spec.replicas")).isNull();
    assertThat(chart.kinds()).contains("HorizontalPodAutoscaler", "ServiceMonitor", "Ingress");
  }

  @Test
  void prefersADigestToATag() {
    var digest = "sha256:" + "a".repeat(64);
    assertThat(
            RenderedChart.with("image: {digest: '" + digest + "'}")
                .at("Deployment", POD + ".containers.0.image"))
        .isEqualTo("signalbox@" + digest);
    assertThat(RenderedChart.with("{}").at("Deployment", POD + ".containers.0.image"))
        .isEqualTo("signalbox:0.1.0");
  }

  @SuppressWarnings("unchecked")
  private static <K, V> Map<K, V> cast(Map<?, ?> map) {
    return (Map<K, V>) map;
  }
}
