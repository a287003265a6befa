package dev.signalbox.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two commands of the README are the ones that work, and what it links to is there. */
class ReadmeTests {

  private static final Path README = Path.of("README.md");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)\\s]+)\\)");

  @ParameterizedTest
  @CsvSource({"Run, ./mvnw spring-boot:run", "Test, ./mvnw verify"})
  void saysTheCommand(String heading, String command) throws IOException {
    assertThat(commandsUnder(heading)).containsExactly(command);
  }

  @Test
  void bringsAWrapperThatIsOnlyAScript() throws IOException {
    assertThat(Path.of("mvnw")).isExecutable();
    assertThat(Path.of(".ci", "run")).isExecutable();
    assertThat(Files.readString(Path.of(".mvn", "wrapper", "maven-wrapper.properties")))
        .contains("distributionType=only-script");
    assertThat(Path.of(".mvn", "wrapper", "maven-wrapper.jar")).doesNotExist();
  }

  @Test
  void testsOnCiWithTheSameCommand() throws IOException {
    assertThat(Files.readAllLines(Path.of(".ci", "run")).getLast())
        .isEqualTo("exec ./mvnw -B verify");
  }

  @Test
  void linksOnlyToFilesThatAreThere() throws IOException {
    for (var document : List.of(README, Path.of("CONTRIBUTING.md"), Path.of("db", "README.md"))) {
      var link = LINK.matcher(Files.readString(document));
      while (link.find()) {
        assertThat(document.resolveSibling(link.group(1).replaceAll("#.*", ""))).exists();
      }
    }
  }

  /** The first word of a line decides: comments and empty lines are no commands. */
  private static List<String> commandsUnder(String heading) throws IOException {
    var commands = new ArrayList<String>();
    Parser.builder()
        .build()
        .parse(Files.readString(README))
        .accept(
            new AbstractVisitor() {
              private String current = "";

              @Override
              public void visit(Heading node) {
                current = node.getFirstChild() instanceof Text text ? text.getLiteral() : "";
              }

              @Override
              public void visit(FencedCodeBlock node) {
                if (current.equals(heading)) {
                  node.getLiteral().lines().filter(line -> !line.isBlank()).forEach(commands::add);
                }
              }
            });
    return commands;
  }
}
