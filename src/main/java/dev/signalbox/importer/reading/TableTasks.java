package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Block.Table;
import dev.signalbox.importer.reading.ParsedPlan.Task;
import java.util.List;

/** The tasks that one table tells of. */
record TableTasks(Table table, Columns columns, List<Task> tasks) {}
