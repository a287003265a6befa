package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Document;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One huge cell of a hostile shape ends no reading with an error and holds none up for long. */
@Execution(ExecutionMode.CONCURRENT)
class HostileCellTests {

  private static final PlanReader READER = PlanReader.withAllDialects();
  private static final int LONG = Integer.getInteger("hostile", 20 << 10);
  private static final Duration QUICKLY = Duration.ofSeconds(20);
  private static final String PLAIN = "word";

  private static final Map<String, String> FORMS =
      Map.of(
          "markdown-table",
          """
          # Board

          | ID | State | Description | Owners | Depends on |
          |---|---|---|---|---|
          | KEY | STATE | TEXT | OWNERS | DEPENDS |
          | Z-9 | TODO | Paint. | Yard | T-1 |
          """,
          "sprint-document",
          """
          # Sprint 7 - Harbour

          ## Delivery Tracker

          | Task ID | State | Task description | Owners (Source) |
          | --- | --- | --- | --- |
          | KEY | STATE | TEXT Dependencies: DEPENDS. | OWNERS (ops/dock) |
          | Z-9 | TODO | Paint. | Yard (ops/dock) |
          """,
          "mixed-markdown",
          """
          # Plan

          ### KEY: TEXT

          - **Status**: STATE
          - **Owners**: OWNERS
          - **Depends on**: DEPENDS

          - [ ] TEXT
          """,
          "front-matter",
          """
          ---
          id: KEY
          title: TEXT
          status: STATE
          assignee: OWNERS
          dependencies: DEPENDS
          ---

          TEXT
          """,
          "yaml-records",
          """
          tasks:
            - id: KEY
              title: TEXT
              status: STATE
              owner: OWNERS
              depends_on: DEPENDS
            - id: Z-9
              title: Paint
              status: todo
          """);

  private static final Map<String, String> CALM =
      Map.of("KEY", "T-1", "STATE", "TODO", "TEXT", PLAIN, "OWNERS", "Yard", "DEPENDS", "Z-9");

  private static Map<String, String> shapes() {
    Map<String, String> shapes = new LinkedHashMap<>();
    shapes.put("quotes", "a'b'cc'b'");
    shapes.put("slashes", "(a/bb/");
    shapes.put("one path", "a/bb/");
    shapes.put("backticks", "`a");
    shapes.put("pipes", "\\| a");
    shapes.put("bare pipes", "|");
    shapes.put("round", "(");
    shapes.put("square", "[");
    shapes.put("links", "[a](b");
    shapes.put("commas", "a,");
    shapes.put("dashes", "A-b");
    shapes.put("long dashes", "-");
    shapes.put("digits", "1");
    shapes.put("numbers", "1.");
    shapes.put("keys", "AB-1/");
    shapes.put("spaces", "a  ");
    shapes.put("articles", "the our ");
    shapes.put("upstream", "the upstream ");
    shapes.put("waits", "BLOCKED by AB-1 and ");
    shapes.put("letters", "aA");
    shapes.put("stars", "*_");
    shapes.put("parts", "A-_#.");
    return shapes;
  }

  @TestFactory
  Stream<DynamicTest> endsQuicklyWithEveryShape() {
    return FORMS.keySet().stream()
        .sorted()
        .map(dialect -> DynamicTest.dynamicTest(dialect, () -> readsAll(dialect)));
  }

  private static void readsAll(String dialect) {
    String form = FORMS.getOrDefault(dialect, "");
    shapes()
        .forEach(
            (name, shape) -> {
              String huge = "(" + shape.repeat(LONG / shape.length()) + "c)";
              for (String field : CALM.keySet()) {
                Document document = Document.ofText(filled(form, field, huge));
                Assertions.assertTimeoutPreemptively(
                    QUICKLY,
                    () -> READER.read(document, dialect),
                    dialect + ", " + name + " as " + field);
              }
            });
  }

  private static String filled(String form, String field, String huge) {
    String text = form;
    for (String one : List.copyOf(CALM.keySet())) {
      text = text.replace(one, one.equals(field) ? "\0" : CALM.get(one));
    }
    return text.replace("\0", huge);
  }
}
