package dev.signalbox.importer.reading;

/** Plans in English. */
final class English {

  private static final String COLUMNS =
      """
      KEY = task id, task key, id, key, issue, ticket id, story id, task no, task number, item id, ref, reference, work item id, issue id, issue key, feature id, epic id, wp, wp id, story key, jira, code, identifier, action id
      NUMBER = no, nr, num, number, s no, sl no, seq, order, idx, index
      STATE = state, status, current status, task status, progress, completion, stage, done, complete, current state, st
      TASK = task, tasks, story, user story, item, ticket, work item, work package, action, action item, feature, epic, deliverable, todo, to do, subtask, sub task, issue title, bug, defect, activity, job, goal, subgoal, change
      TEXT = task description, description, title, summary, story title, workstream, task definition, definition, what, name, task name, feature name, details, scope, task title, subject, work, component, objective, requirement, short description, functionality
      OWNERS = owner, owners, owner s, owners source, owner s source, assignee, assignees, assigned to, assigned, responsible, lead, guild, team, who, dri, person, people, developer, engineer, researcher, by, in charge, poc, point of contact, implementer, author, agent, owner guild, contributors
      SOURCE = source, path, working directory
      DEPENDS_ON = depends on, dependencies, dependency, blocked by, prerequisites, prerequisite, needs, key dependency, key dependencies, requires, deps, dep, upstream, depends, predecessor, predecessors, waiting on, waits for, prereqs
      DEPENDS_IN_PROSE = key dependency next step, dependency next step, next step, next steps
      REASON = blocker, blockers, reason, blocked reason, blocking reason, why blocked, waiting for, hold reason
      DATE = date, date utc, updated, last updated, state date, when, updated utc, timestamp, status date, last update
      STARTED = started, start, start date, date started, begin
      ENDED = completed, finished, end, end date, date completed, completed on, done on, completion date, closed
      DUE = due, due date, due utc, eta, target, target date, deadline, planned, planned date, expected, required date, milestone, sprint, round, week, timeline, duration, schedule, release, iteration
      PRIORITY = priority, prio, severity, p, importance, urgency, value, business value, impact
      ESTIMATE = estimate, points, story points, effort, size, sp, hours, estimated effort, complexity, est, estimation, effort estimate, weight, pts, cost
      UPDATE = update, updates, event, entry, what changed, log
      NOTE = notes, note, comment, comments, remark, remarks, exit criteria, definition of done, definition of ready, dod, acceptance criteria, acceptance, exit signal, outcome, handoff, spec, link, links, pr, evidence, result, findings, key findings, category, type, area, phase group, tags, labels, primary surfaces, files, module
      SYMBOL = symbol, icon, emoji, badge, marker, legend, mark, status key, status keys
      MEANING = meaning, means, explanation, meaning of status
      FROM = from, from story, from task, predecessor task, source task
      TO = to, to story, to task, successor, target task
      NO_TASK = risk, risk id, probability, likelihood, mitigation, mitigation strategy, decision, decision id, rationale, metric, metrics, phase, phases, question, term, kpi, role, team member, member, attendee, support level, principle, enforcement, document, session, checkpoint, pain point, total tasks, metadata, resource, capacity, milestone name, old epic, new epic, threshold, assumption, environment, variable, setting, parameter, stakeholder, topic, focus areas, resolution plan, file, criterion, gate, requirement id, tool, technology, version, command, criteria
      """;

  private static final String STATES =
      """
      TODO = todo, to do, open, not started, pending, planned, backlog, ready, new, not yet started, not done, unstarted, upcoming, queued, scheduled, proposed, accepted, approved, ready for dev, ready for development, ready to start, ready to begin, ready for sprint, inbox, assigned, unassigned, draft, deferred, later, next, future, stub, idea, refinement, to be done, not begun, incomplete, not complete, not implemented, missing, icebox, triage, groomed, defined, selected, selected for development, on deck, hold
      DOING = doing, in progress, inprogress, wip, started, active, in review, ongoing, on track, under review, needs review, review, reviewing, in development, in dev, in testing, testing, in test, qa, in qa, partial, partially done, partially complete, partially completed, partly done, almost done, mostly done, nearly done, mostly complete, working, in work, underway, under way, at risk, code review, ready for review, ready for qa, ready for test, waiting for review, awaiting review, verifying, verification, validating, in validation, implementing, developing, investigating, continuing, begun, off track, reopened, current, in flight, in implementation, on going
      BLOCKED = blocked, on hold, waiting, stuck, paused, stalled, impeded, awaiting, suspended, waiting on, waiting for, blocked by, blocked on
      DONE = done, complete, completed, closed, finished, shipped, resolved, released, merged, delivered, fixed, validated, verified, implemented, landed, deployed, passed, achieved, live, accomplished, done done, fully done, all done, complete and verified, available
      CANCELLED = cancelled, canceled, dropped, abandoned, won't do, wontfix, won't fix, wont do, obsolete, superseded, rejected, removed, duplicate, descoped, out of scope, invalid, not planned, retired, skipped, declined, withdrawn, outdated only, not needed, no longer needed, deprecated
      """;

  private static final String SECTIONS =
      """
      LOG = execution log, work log, change log, changelog, progress log, activity log, log
      RISKS = decisions & risks, decisions and risks, risks & decisions, risks and decisions, decisions, risks, risks & mitigations, risk register
      ASIDE = action tracker, upcoming checkpoints, next checkpoints
      OTHER = task board, tasks, delivery tracker, documentation prerequisites, dependencies & concurrency, notes, topic & scope, wave coordination, interlocks
      """;

  static final Vocabulary WORDS =
      Vocabulary.of(
          COLUMNS,
          STATES,
          SECTIONS,
          "none, no, n a, na, nil, nothing, tbd, null, not applicable, ok, met, satisfied,",
          "tasks, task, stories, user stories, items, work items, issues, work, tickets, features,"
              + " goals, epics, deliverables, user story, archive, archived, list, column");

  private English() {}
}
