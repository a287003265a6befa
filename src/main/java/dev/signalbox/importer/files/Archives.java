package dev.signalbox.importer.files;

import dev.signalbox.importer.PlanFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Opens a zip, tar or tar.gz of plan files in memory; whatever is not plainly a file in a folder
 * makes it refused as a whole, before anything of it is read as a plan.
 */
public final class Archives {

  /** What operating systems and version control leave behind. */
  private static final Pattern LITTER =
      Pattern.compile("(?:.*/)?(?:__MACOSX|\\.git|\\.svn)/.*|(?:.*/)?(?:\\.DS_Store|Thumbs\\.db)");

  private static final int TAR_MAGIC = 257;

  private final ArchiveLimits limits;

  public Archives(ArchiveLimits limits) {
    this.limits = limits;
  }

  /** Whether the bytes begin as an archive that can be opened. */
  public static boolean isArchive(byte[] bytes) {
    return isZip(bytes) || isGzip(bytes) || isTar(bytes);
  }

  /** The archive's files by path. */
  public List<PlanFile> open(byte[] bytes) throws ArchiveRefused {
    try {
      List<PlanFile> files;
      if (isZip(bytes)) {
        files = zip(bytes);
      } else if (isGzip(bytes)) {
        files = tar(gunzipped(bytes), bytes.length);
      } else if (isTar(bytes)) {
        files = tar(bytes, bytes.length);
      } else {
        throw new ArchiveRefused("This is no zip, tar or tar.gz archive.");
      }
      if (files.isEmpty()) {
        throw new ArchiveRefused("The archive holds no files.");
      }
      files.sort(Comparator.comparing(PlanFile::path));
      return List.copyOf(files);
    } catch (IOException | IllegalArgumentException broken) {
      throw new ArchiveRefused("The archive is broken: " + EntryNames.shown(reason(broken)) + ".");
    }
  }

  private static String reason(Exception broken) {
    String message = broken.getMessage();
    return message == null ? broken.getClass().getSimpleName() : message;
  }

  private List<PlanFile> zip(byte[] bytes) throws IOException, ArchiveRefused {
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
      EntryNames names = new EntryNames();
      List<ZipArchiveEntry> wanted = new ArrayList<>();
      Enumeration<ZipArchiveEntry> entries = zip.getEntries();
      int count = 0;
      while (entries.hasMoreElements()) {
        ZipArchiveEntry entry = entries.nextElement();
        count(++count);
        if (takes(entry.getName(), entry.isDirectory())) {
          names.checked(entry.getName());
          plain(entry.getName(), !entry.isUnixSymlink(), "is a link");
          plain(entry.getName(), !entry.getGeneralPurposeBit().usesEncryption(), "is encrypted");
          plain(entry.getName(), zip.canReadEntryData(entry), "is packed in an unknown way");
          size(entry.getName(), entry.getSize());
          wanted.add(entry);
        }
      }
      List<PlanFile> files = new ArrayList<>();
      long all = 0;
      for (ZipArchiveEntry entry : wanted) {
        try (InputStream in = zip.getInputStream(entry)) {
          byte[] content = read(entry.getName(), in, all, bytes.length);
          all += content.length;
          files.add(new PlanFile(path(entry.getName()), content));
        }
      }
      return files;
    }
  }

  private List<PlanFile> tar(byte[] bytes, int packed) throws IOException, ArchiveRefused {
    List<PlanFile> files = new ArrayList<>();
    EntryNames names = new EntryNames();
    int count = 0;
    long all = 0;
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new ByteArrayInputStream(bytes), "UTF-8")) {
      TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null) {
        count(++count);
        String name = entry.getName();
        if (takes(name, entry.isDirectory())) {
          names.checked(name);
          plain(name, !entry.isSymbolicLink() && !entry.isLink(), "is a link");
          plain(name, entry.isFile() && !entry.isSparse(), "is no plain file");
          size(name, entry.getSize());
          byte[] content = read(name, tar, all, packed);
          all += content.length;
          files.add(new PlanFile(path(name), content));
        }
        entry = tar.getNextEntry();
      }
    }
    return files;
  }

  private byte[] gunzipped(byte[] bytes) throws IOException, ArchiveRefused {
    try (InputStream in = new GzipCompressorInputStream(new ByteArrayInputStream(bytes))) {
      long room = limits.bytesInAll() + 1_024L * limits.entries();
      byte[] all = bounded(in, room);
      if (all.length > room || limits.isBomb(all.length, bytes.length)) {
        throw new ArchiveRefused("The archive unpacks to more than is taken.");
      }
      return all;
    }
  }

  private static boolean takes(String name, boolean folder) throws ArchiveRefused {
    if (folder) {
      new EntryNames().checked(name.equals("./") ? "folder" : name);
    }
    return !folder && !LITTER.matcher(name).matches();
  }

  private byte[] read(String name, InputStream in, long before, int packed)
      throws IOException, ArchiveRefused {
    byte[] content = bounded(in, limits.bytesEach());
    size(name, content.length);
    long all = before + content.length;
    if (all > limits.bytesInAll() || limits.isBomb(all, packed)) {
      throw new ArchiveRefused(
          "With the entry "
              + EntryNames.shown(name)
              + " the archive unpacks to more than is taken.");
    }
    return content;
  }

  /** At most one byte more than the limit. */
  private static byte[] bounded(InputStream in, long limit) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8_192];
    int read = in.read(buffer);
    while (read >= 0 && out.size() <= limit) {
      out.write(buffer, 0, read);
      read = in.read(buffer);
    }
    return out.toByteArray();
  }

  private void count(int entries) throws ArchiveRefused {
    if (entries > limits.entries()) {
      throw new ArchiveRefused("The archive has more than " + limits.entries() + " entries.");
    }
  }

  private void size(String name, long bytes) throws ArchiveRefused {
    plain(name, bytes <= limits.bytesEach(), "has more than " + limits.bytesEach() + " bytes");
  }

  private static void plain(String name, boolean fine, String flaw) throws ArchiveRefused {
    if (!fine) {
      throw new ArchiveRefused("The entry " + EntryNames.shown(name) + " " + flaw + ".");
    }
  }

  private static String path(String name) {
    return name.startsWith("./") ? name.substring(2) : name;
  }

  private static boolean isZip(byte[] bytes) {
    return bytes.length > 3
        && bytes[0] == 'P'
        && bytes[1] == 'K'
        && (bytes[2] == 3 || bytes[2] == 5);
  }

  private static boolean isGzip(byte[] bytes) {
    return bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
  }

  private static boolean isTar(byte[] bytes) {
    return bytes.length > TAR_MAGIC + 5
        && new String(bytes, TAR_MAGIC, 5, java.nio.charset.StandardCharsets.US_ASCII)
            .equals("ustar");
  }
}
