package dev.signalbox.report;

import java.io.StringReader;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * JUnit XML in the dialects of its many producers, read with the JDK's own streaming parser. A
 * document type is refused at sight, entities are never resolved, depth and cases are bounded.
 */
final class JunitXml {

  static final String FORMAT = "junit-xml";
  static final int MAX_DEPTH = 64;

  private static final XMLInputFactory FACTORY = hardened();

  private JunitXml() {}

  static TestReport read(byte[] content) {
    Optional<String> text = XmlText.decode(content);
    if (text.isEmpty()) {
      return ReportReader.unreadable(
          FORMAT, "MALFORMED", "the bytes are not in the encoding that the document claims");
    }
    return read(text.get().strip());
  }

  private static TestReport read(String document) {
    JunitTally tally = new JunitTally();
    Position position = new Position();
    try {
      XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(document));
      try {
        walk(reader, tally, position);
      } finally {
        reader.close();
      }
      return tally.report();
    } catch (UnreadableException e) {
      return ReportReader.unreadable(e.format, e.code, e.getMessage());
    } catch (XMLStreamException | RuntimeException e) {
      // The JDK parser lets a few unchecked exceptions through on hostile input.
      return malformed(document, position);
    }
  }

  private static void walk(XMLStreamReader reader, JunitTally tally, Position position)
      throws XMLStreamException, UnreadableException {
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD ->
            throw new UnreadableException(
                FORMAT, "FORBIDDEN_DOCTYPE", "a document type declaration is not accepted");
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new UnreadableException(
                FORMAT, "FORBIDDEN_ENTITY", "an entity that XML itself does not define");
        case XMLStreamConstants.START_ELEMENT -> start(reader, tally, position);
        case XMLStreamConstants.END_ELEMENT -> {
          tally.end(reader.getLocalName());
          position.depth--;
          position.rootEnded = position.depth == 0;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (tally.wantsText()) {
            tally.text(reader.getText());
          }
        }
        default -> {
          // comments, processing instructions and white space say nothing
        }
      }
    }
  }

  private static void start(XMLStreamReader reader, JunitTally tally, Position position)
      throws UnreadableException {
    String element = reader.getLocalName();
    if (position.depth == 0) {
      position.root = element;
      if (!element.equals("testsuites") && !element.equals("testsuite")) {
        throw new UnreadableException(
            "unknown",
            "UNKNOWN_FORMAT",
            "an XML document that begins with <" + Clip.text(element, 60) + ">, not JUnit XML");
      }
    }
    position.depth++;
    if (position.depth > MAX_DEPTH) {
      throw new UnreadableException(
          FORMAT, "TOO_DEEP", "elements are nested more than " + MAX_DEPTH + " deep");
    }
    tally.start(element, name -> reader.getAttributeValue(null, name));
  }

  /** Says which way a document is broken; every way is fatal. */
  private static TestReport malformed(String document, Position position) {
    if (position.rootEnded) {
      return ReportReader.unreadable(
          FORMAT, "TRAILING_CONTENT", "something follows the end of the document");
    }
    String root = position.root;
    if (root == null || !document.endsWith(root + ">")) {
      return ReportReader.unreadable(FORMAT, "TRUNCATED", "the document ends before its end tag");
    }
    return ReportReader.unreadable(FORMAT, "MALFORMED", "the document is not well-formed XML");
  }

  private static XMLInputFactory hardened() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is fetched for a report");
        });
    return factory;
  }

  /** Where the reader is. */
  private static final class Position {
    private int depth;
    private boolean rootEnded;
    private @Nullable String root;
  }

  /** Ends the reading with a named, fatal defect. */
  static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String format;
    private final String code;

    UnreadableException(String format, String code, String detail) {
      super(detail);
      this.format = format;
      this.code = code;
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
