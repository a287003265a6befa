package dev.signalbox.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads gathered reports of many producers, where they are beside the checkout. */
class GatheredReportsTests {

  private static final Pattern SUMMARY =
      Pattern.compile("\\*\\*(\\d+)\\*\\* tests were completed in .*? with (.*)\\.");

  private Path results;

  @BeforeEach
  void findTheFolder() {
    String data = System.getenv().getOrDefault("SIGNALBOX_DATA", "../shared/data");
    results = Path.of(data, "results");
    if (!Files.isDirectory(results)) {
      Assumptions.abort("skipped: the gathered results are not there: " + results);
    }
  }

  @Test
  void readsEveryXmlFileWithoutThrowingAndKeepsTheSum() {
    List<Path> files = files(".xml", ".xml.gz");

    assertThat(files).hasSizeGreaterThan(80);
    for (Path file : files) {
      TestReport report = ReportReader.read(bytes(file));
      assertThat(report.passed() + report.failed() + report.errored() + report.skipped())
          .as(file.toString())
          .isEqualTo(report.tests());
      String text = new String(bytes(file), StandardCharsets.ISO_8859_1);
      if (text.contains("<!DOCTYPE")) {
        assertThat(report.defects())
            .as(file.toString())
            .extracting(TestReport.Defect::code)
            .containsExactly("FORBIDDEN_DOCTYPE");
      }
    }
  }

  @Test
  void agreesWithTheKnownTotals() {
    List<Path> answers =
        files(".results.json").stream()
            .filter(path -> path.toString().contains("junit-xml"))
            .toList();

    assertThat(answers).hasSizeGreaterThan(10);
    for (Path answer : answers) {
      String name = answer.getFileName().toString().replace(".results.json", ".xml");
      JsonNode stats = JsonMapper.shared().readTree(bytes(answer)).get("stats");
      TestReport report = ReportReader.read(bytes(answer.resolveSibling(name)));
      if (!report.trusted()) {
        assertThat(report.passes()).isFalse();
        continue; // their reader believes stated counts where no case is shown; ours does not
      }
      assertThat(
              List.of(
                  report.tests(),
                  report.passed(),
                  report.skipped(),
                  report.failed(),
                  report.errored()))
          .as(name)
          .containsExactly(
              stats.get("tests").asInt(),
              stats.get("tests_succ").asInt(),
              stats.get("tests_skip").asInt(),
              stats.get("tests_fail").asInt(),
              stats.get("tests_error").asInt());
    }
  }

  @Test
  void agreesWithTheRenderedSummaries() {
    Path pages = results.resolve("dorny/expected_md");
    Assumptions.assumeTrue(Files.isDirectory(pages), "skipped: no rendered summaries");
    int compared = 0;
    for (Path page : files(pages, ".md")) {
      String text = new String(bytes(page), StandardCharsets.UTF_8);
      Matcher file = Pattern.compile("fixtures/([^\\s\\]]+\\.xml)\\]").matcher(text);
      Matcher totals = SUMMARY.matcher(text);
      if (!file.find() || !totals.find()) {
        continue;
      }
      Path input = results.resolve("dorny").resolve(file.group(1));
      if (!Files.exists(input)) {
        continue;
      }
      TestReport report = ReportReader.read(bytes(input));
      if (report.format().equals("unknown")) {
        continue;
      }
      compared++;
      assertThat(report.tests()).as(page.toString()).isEqualTo(Integer.parseInt(totals.group(1)));
      assertThat(report.passed()).as(page.toString()).isEqualTo(number(totals.group(2), "passed"));
      assertThat(report.failed() + report.errored())
          .as(page.toString())
          .isEqualTo(number(totals.group(2), "failed"));
      assertThat(report.skipped())
          .as(page.toString())
          .isEqualTo(number(totals.group(2), "skipped"));
    }
    assertThat(compared).isGreaterThan(8);
  }

  private static int number(String text, String word) {
    Matcher matcher = Pattern.compile("\\*\\*(\\d+)\\*\\* " + word).matcher(text);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private List<Path> files(String... endings) {
    return files(results, endings);
  }

  private static List<Path> files(Path folder, String... endings) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> Stream.of(endings).anyMatch(path.toString()::endsWith)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
