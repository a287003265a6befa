package dev.signalbox.importer.files;

/** An archive that is not opened, and why; the words name the entry. */
public final class ArchiveRefused extends Exception {

  private static final long serialVersionUID = 1L;

  ArchiveRefused(String words) {
    super(words);
  }
}
