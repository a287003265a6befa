package dev.signalbox.notify;

import dev.signalbox.access.MemberView;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the members of a project that owners name, by username or displayed name. Pure. */
final class Recipients {

  private final Map<String, Set<String>> byName = new HashMap<>();

  Recipients(List<MemberView> members) {
    for (MemberView member : members) {
      for (String name : List.of(member.username(), member.displayName())) {
        byName.computeIfAbsent(plain(name), _ -> new TreeSet<>()).add(member.username());
      }
    }
  }

  /** Usernames, each once. */
  Set<String> of(List<String> owners) {
    Set<String> found = new TreeSet<>();
    owners.forEach(owner -> found.addAll(byName.getOrDefault(plain(owner), Set.of())));
    return found;
  }

  private static String plain(String name) {
    String words = name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    return words.startsWith("@") ? words.substring(1) : words;
  }
}
