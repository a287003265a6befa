package dev.signalbox.report;

import java.util.List;

/**
 * Reads a report whatever its format, which is found by its content and never by its name. Total:
 * any bytes give a report, at worst one with a fatal defect, and nothing is ever fetched.
 */
public final class ReportReader {

  /** More bytes than this are refused unread. */
  public static final int MAX_BYTES = 16 * 1024 * 1024;

  private ReportReader() {}

  /** The report in these bytes, with whatever is wrong with it. */
  public static TestReport read(byte[] content) {
    if (content.length > MAX_BYTES) {
      return unreadable("unknown", "TOO_LARGE", "more than " + MAX_BYTES + " bytes");
    }
    int first = firstVisible(content);
    if (first == content.length) {
      return unreadable("unknown", "EMPTY", "the report has no content");
    }
    if (content[first] == '<' || isUtf16Xml(content)) {
      return JunitXml.read(content);
    }
    return unreadable(
        "unknown", "UNKNOWN_FORMAT", "neither JUnit XML nor another format known here");
  }

  /** A report of which nothing can be believed. */
  static TestReport unreadable(String format, String code, String detail) {
    return new TestReport(
        format, 0, 0, 0, 0, 0, 0, List.of(), List.of(new TestReport.Defect(code, detail, true)));
  }

  private static int firstVisible(byte[] content) {
    int at = hasUtf8Mark(content) ? 3 : 0;
    while (at < content.length && isBlank(content[at])) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(byte value) {
    return value == ' ' || value == '\t' || value == '\r' || value == '\n';
  }

  private static boolean hasUtf8Mark(byte[] content) {
    return content.length >= 3
        && content[0] == (byte) 0xEF
        && content[1] == (byte) 0xBB
        && content[2] == (byte) 0xBF;
  }

  private static boolean isUtf16Xml(byte[] content) {
    if (content.length < 4) {
      return false;
    }
    int mark = (content[0] & 0xFF) << 8 | (content[1] & 0xFF);
    return (mark == 0xFEFF && content[3] == '<') || (mark == 0xFFFE && content[2] == '<');
  }
}
