package dev.signalbox.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the text of the sources must and must not hold. */
class SourceTests {

  private static final int LONGEST_FILE = 300;

  /** Spelled apart, so that this file does not find itself. */
  private static final Pattern LOOSE_END = Pattern.compile("\\b(TO" + "DO:|FIX" + "ME|X" + "XX)");

  private static final Pattern NAP =
      Pattern.compile("Thread\\.sl" + "eep|TimeUnit\\.\\w+\\.sl" + "eep");

  @Test
  void hasNoFileLongerThanItsLimit() throws IOException {
    for (var file : files("java", "html", "css", "js", "sql", "yaml")) {
      assertThat(Files.readAllLines(file))
          .as(file.toString())
          .hasSizeLessThanOrEqualTo(LONGEST_FILE);
    }
  }

  @Test
  void leavesNoLooseEnds() throws IOException {
    for (var file : files("java", "html", "css", "js", "sql", "yaml", "xml")) {
      assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(LOOSE_END);
    }
  }

  @Test
  void sleepsNowhere() throws IOException {
    for (var file : files("java")) {
      assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(NAP);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          escapes what it prints            | th:utext
          escapes what it prints            | [(
          never evaluates an answer twice   | __${
          never evaluates an answer twice   | }__
          needs no unsafe-inline for events | \\son\\w+="
          needs no unsafe-inline for styles | <style
          needs no unsafe-inline for styles | \\sstyle="
          needs no unsafe-inline for code   | <script(?![^>]*\\s(th:)?src=)
          needs no unsafe-inline for code   | javascript:
          """)
  void aTemplate(String promise, String banned) throws IOException {
    var literal = banned.contains("\\") || banned.startsWith("<script");
    var pattern = literal ? Pattern.compile(banned) : Pattern.compile(Pattern.quote(banned));
    for (var file : files("html")) {
      assertThat(Files.readString(file)).as("%s %s", file, promise).doesNotContainPattern(pattern);
    }
  }

  private static List<Path> files(String... extensions) throws IOException {
    try (Stream<Path> src = Files.walk(Path.of("src"));
        Stream<Path> db = Files.walk(Path.of("db"))) {
      var wanted = List.of(extensions);
      var found =
          Stream.concat(src, db)
              .filter(Files::isRegularFile)
              .filter(file -> wanted.contains(extension(file)))
              .toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }

  private static String extension(Path file) {
    var name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
