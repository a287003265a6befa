package dev.signalbox.importer.files;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the names of an archive's entries: none may lead out of it, none may come twice. */
final class EntryNames {

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
  private static final Pattern NESTED =
      Pattern.compile(".*\\.(?:zip|tar|tgz|gz|bz2|xz|7z|rar|jar)", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 500;

  private final Set<String> seen = new HashSet<>();

  /** The path as it is used within the plan. */
  String checked(String name) throws ArchiveRefused {
    String shown = shown(name);
    String path = name.startsWith("./") ? name.substring(2) : name;
    boolean leadsOut =
        path.startsWith("/")
            || path.indexOf('\\') >= 0
            || DRIVE.matcher(path).matches()
            || List.of(path.split("/", -1)).contains("..");
    if (leadsOut) {
      throw new ArchiveRefused("The entry " + shown + " leads out of the archive.");
    }
    if (path.isEmpty()
        || path.length() > LONGEST
        || path.chars().anyMatch(Character::isISOControl)) {
      throw new ArchiveRefused("The entry " + shown + " has no usable name.");
    }
    if (NESTED.matcher(path).matches()) {
      throw new ArchiveRefused("The entry " + shown + " is an archive itself.");
    }
    String same = Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    if (!seen.add(same)) {
      throw new ArchiveRefused("The entry " + shown + " is there twice.");
    }
    return path;
  }

  static String shown(String name) {
    String clean = name.replaceAll("\\p{Cntrl}", "?");
    return "\"" + (clean.length() <= 120 ? clean : clean.substring(0, 117) + "...") + "\"";
  }
}
