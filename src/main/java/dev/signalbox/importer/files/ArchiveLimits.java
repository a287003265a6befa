package dev.signalbox.importer.files;

/**
 * How much an archive may hold.
 *
 * @param entries files and folders
 * @param bytesEach of one file, unpacked
 * @param bytesInAll unpacked
 * @param ratio unpacked bytes for one packed byte; counted above 1 MiB only
 */
public record ArchiveLimits(int entries, long bytesEach, long bytesInAll, int ratio) {

  private static final int MEBIBYTE = 1024 * 1024;

  /** What plans need, with room to spare. */
  public static ArchiveLimits usual() {
    return new ArchiveLimits(5_000, 4L * MEBIBYTE, 64L * MEBIBYTE, 200);
  }

  boolean isBomb(long unpacked, long packed) {
    return unpacked > MEBIBYTE && unpacked > packed * ratio;
  }
}
