package dev.signalbox.importer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.importer.PlanFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;

class ArchivesTests {

  private static final ArchiveLimits SMALL = new ArchiveLimits(3, 100, 150, 200);

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] tar(TarArchiveEntry entry, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      byte[] content = text.getBytes(StandardCharsets.UTF_8);
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static void refuses(byte[] archive, String... words) {
    assertThat(Archives.isArchive(archive)).isTrue();
    assertThatThrownBy(() -> new Archives(SMALL).open(archive))
        .isInstanceOf(ArchiveRefused.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void opensAZipByPathAndLeavesLitterAndFolders() throws Exception {
    byte[] zip = zip("b/two.md", "2", "a.md", "1", "b/.DS_Store", "x");
    assertThat(new Archives(SMALL).open(zip))
        .extracting(PlanFile::path)
        .containsExactly("a.md", "b/two.md");
  }

  @Test
  void opensATarPackedOrNot() throws Exception {
    byte[] tar = tar(new TarArchiveEntry("./plans/one.md"), "# One");
    for (byte[] archive : new byte[][] {tar, gzip(tar)}) {
      PlanFile file = new Archives(SMALL).open(archive).getFirst();
      assertThat(file.path()).isEqualTo("plans/one.md");
      assertThat(new String(file.bytes(), StandardCharsets.UTF_8)).isEqualTo("# One");
    }
  }

  @Test
  void refusesNamesThatLeadOut() throws Exception {
    for (String name :
        new String[] {"../x.md", "a/../../x.md", "/etc/x.md", "C:/x.md", "..\\x.md"}) {
      refuses(zip(name, "1"), "leads out");
    }
    refuses(tar(new TarArchiveEntry("../x.md"), "1"), "../x.md", "leads out");
  }

  @Test
  void refusesLinks() throws Exception {
    TarArchiveEntry link = new TarArchiveEntry("a.md", TarArchiveEntry.LF_SYMLINK);
    link.setLinkName("/etc/passwd");
    refuses(tar(link, ""), "a.md", "link");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      ZipArchiveEntry entry = new ZipArchiveEntry("l.md");
      entry.setUnixMode(0120777);
      zip.putArchiveEntry(entry);
      zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
      zip.closeArchiveEntry();
    }
    refuses(bytes.toByteArray(), "l.md", "link");
  }

  @Test
  void refusesOneNameTwiceInAnyCapitals() throws Exception {
    refuses(zip("a.md", "1", "A.md", "2"), "A.md", "twice");
  }

  @Test
  void refusesArchivesInArchives() throws Exception {
    refuses(zip("in/plans.zip", "1"), "plans.zip", "archive itself");
  }

  @Test
  void holdsItsLimitsOnBothSides() throws Exception {
    assertThat(new Archives(SMALL).open(zip("a", "1", "b", "1", "c", "1"))).hasSize(3);
    refuses(zip("a", "1", "b", "1", "c", "1", "d", "1"), "3 entries");
    assertThat(new Archives(SMALL).open(zip("a", "1".repeat(100)))).hasSize(1);
    refuses(zip("a", "1".repeat(101)), "\"a\"", "100 bytes");
    assertThat(new Archives(SMALL).open(zip("a", "1".repeat(100), "b", "1".repeat(50)))).hasSize(2);
    refuses(zip("a", "1".repeat(100), "b", "1".repeat(51)), "\"b\"", "more than is taken");
  }

  @Test
  void refusesWhatUnpacksToFarMoreThanItIs() throws Exception {
    byte[] bomb = zip("a.md", "0".repeat(3 * 1024 * 1024));
    assertThatThrownBy(() -> new Archives(ArchiveLimits.usual()).open(bomb))
        .isInstanceOf(ArchiveRefused.class)
        .hasMessageContaining("more than is taken");
  }

  @Test
  void refusesEncryptedEntries() throws Exception {
    byte[] zip = zip("a.md", "1");
    int central = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
    zip[6] |= 1;
    zip[central + 8] |= 1;
    refuses(zip, "a.md", "encrypted");
  }

  @Test
  void refusesBrokenAndEmptyArchives() throws Exception {
    byte[] zip = zip("a.md", "1");
    assertThatThrownBy(() -> new Archives(SMALL).open(java.util.Arrays.copyOf(zip, zip.length - 9)))
        .isInstanceOf(ArchiveRefused.class);
    assertThatThrownBy(() -> new Archives(SMALL).open(new byte[] {1, 2, 3}))
        .isInstanceOf(ArchiveRefused.class);
    refuses(zip(".DS_Store", "1"), "no files");
  }
}
