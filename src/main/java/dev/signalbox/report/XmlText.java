package dev.signalbox.report;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of an XML document, decoded strictly by its byte order mark or its declaration.
 * The JDK parser, given bytes, would write about bad ones to the console.
 */
final class XmlText {

  private static final Pattern DECLARED =
      Pattern.compile(
          "^<\\?xml[^>]{0,100}?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]{0,39})[\"']");

  private XmlText() {}

  /** The text without its mark; empty if the bytes are not in the encoding that they claim. */
  static Optional<String> decode(byte[] content) {
    String head =
        new String(content, 0, Math.min(content.length, 200), StandardCharsets.ISO_8859_1);
    Charset charset;
    if (head.startsWith("\u00FE\u00FF") || head.startsWith("\u00FF\u00FE")) {
      charset = StandardCharsets.UTF_16;
    } else {
      Matcher declared = DECLARED.matcher(head);
      String name = declared.find() ? declared.group(1) : "UTF-8";
      if (!Charset.isSupported(name)) {
        return Optional.empty();
      }
      charset = Charset.forName(name);
    }
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content))
              .toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
