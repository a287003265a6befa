package dev.signalbox.importer.reading;

import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Block;
import dev.signalbox.importer.layout.Block.Table;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out what each table of a document is, and reads the tasks of those that hold tasks. */
final class PlanTables {

  private final Account account;
  private final Document document;
  private final Vocabulary words;
  private final StateCell states;
  private final StateWords stateWords;
  private final TaskRows rows;
  private final Map<Table, TableRole> roles = new LinkedHashMap<>();
  private final Map<Table, Group> groups = new HashMap<>();

  PlanTables(Account account, Vocabulary words, Legend legend, DerivedKeys derived) {
    this.account = account;
    this.document = account.document();
    this.words = words;
    this.states = new StateCell(words, legend);
    this.stateWords = new StateWords(words, legend);
    this.rows = new TaskRows(account, words, states, derived);
  }

  /** Decides the role of each table by where it stands and what it holds. */
  void look(List<Block> blocks) {
    Headings headings = new Headings(document, stateWords);
    Section section = Section.OTHER;
    for (Block block : blocks) {
      if (block instanceof Block.Heading heading) {
        headings.enter(heading);
        section = words.section(document.words(heading.title()));
      } else if (block instanceof Table table) {
        Group group = headings.group();
        groups.put(table, group);
        roles.put(
            table, TableRole.of(document, table, section, group.state() != null, words, states));
      }
    }
    dropSharedNumbers();
  }

  /** The role of a table that was looked at. */
  TableRole role(Table table) {
    TableRole role = roles.get(table);
    if (role == null) {
      throw new IllegalArgumentException("no table of these blocks");
    }
    return role;
  }

  /** The tables with that role, in the order of the text. */
  List<Table> all(TableRole.Kind kind) {
    return roles.entrySet().stream()
        .filter(entry -> entry.getValue().kind() == kind)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Reads the tasks of all tables that hold any. */
  List<TableTasks> tasks() {
    List<TableTasks> all = new ArrayList<>();
    for (Table table : all(TableRole.Kind.TASKS)) {
      Columns columns = role(table).columns();
      account.claim(table.header().span());
      Group group = groups.getOrDefault(table, new Group(List.of(), null));
      all.add(new TableTasks(table, columns, rows.read(table, columns, group)));
    }
    return List.copyOf(all);
  }

  /** Says of each table that is not read why it is not. */
  void reportTheRest() {
    roles.forEach(
        (table, role) -> {
          if (role.kind() == TableRole.Kind.OTHER) {
            account.report(
                OddityCode.TABLE_NOT_READ,
                table.span(),
                "This is no table of tasks: "
                    + role.why()
                    + "; its "
                    + table.rows().size()
                    + " rows were not imported.");
          } else if (role.kind() != TableRole.Kind.TASKS) {
            account.claim(table.span());
          }
        });
  }

  /** Tables that each count their rows from one mean different tasks by the same number. */
  private void dropSharedNumbers() {
    Map<Table, Set<String>> numbers = new LinkedHashMap<>();
    for (Table table : all(TableRole.Kind.TASKS)) {
      Set<String> keys = numbersOf(table);
      if (!keys.isEmpty()) {
        numbers.put(table, keys);
      }
    }
    numbers.forEach(
        (table, keys) -> {
          boolean shared =
              numbers.entrySet().stream()
                  .filter(other -> !other.getKey().equals(table))
                  .anyMatch(other -> other.getValue().stream().anyMatch(keys::contains));
          if (shared) {
            TableRole role = role(table);
            roles.put(table, new TableRole(role.kind(), role.columns().withoutKey(), role.why()));
          }
        });
  }

  /** The keys of a table that are mere numbers; empty if it has others or no text beside them. */
  private Set<String> numbersOf(Table table) {
    Columns columns = role(table).columns();
    Set<String> numbers = new HashSet<>();
    for (Block.Row row : table.rows()) {
      Span key = columns.cell(row, Column.KEY);
      if (key == null
          || !columns.has(Column.TEXT)
          || !document.raw(key).chars().allMatch(c -> c >= '0' && c <= '9')) {
        return Set.of();
      }
      numbers.add(document.raw(key));
    }
    return numbers;
  }
}
