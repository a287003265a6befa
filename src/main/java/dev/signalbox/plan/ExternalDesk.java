package dev.signalbox.plan;

import dev.signalbox.plan.change.Change;
import dev.signalbox.plan.change.PlanHistory;
import dev.signalbox.plan.change.PlanVersions;
import dev.signalbox.plan.external.ExternalItem;
import dev.signalbox.plan.external.ExternalItems;
import dev.signalbox.timeline.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people keep what lies outside the plan, and say by what evidence it is there. */
@Service
@Transactional
public class ExternalDesk {

  private static final String TYPE = "external";

  private final ExternalItems items;
  private final PlanVersions versions;
  private final PlanHistory history;
  private final Clock clock;

  ExternalDesk(ExternalItems items, PlanVersions versions, PlanHistory history, Clock clock) {
    this.items = items;
    this.versions = versions;
    this.history = history;
    this.clock = clock;
  }

  public PlanVerdict create(ProjectKey project, TargetKey key, ExternalLines text, Actor actor) {
    ExternalLines clean = clean(text);
    List<String> flaws = flaws(clean);
    if (!flaws.isEmpty()) {
      return new PlanVerdict.Refused(flaws);
    }
    if (versions.hold(project).isEmpty()) {
      return new PlanVerdict.NotThere(project.value());
    }
    if (items.findByProjectAndKey(project.value(), key.value()).isPresent()) {
      return new PlanVerdict.Exists(key.value());
    }
    ExternalItem item = items.saveAndFlush(new ExternalItem(project, key, clean, clock.instant()));
    history.created(project, actor, TYPE, key.value(), item.values());
    return new PlanVerdict.Changed(key.value(), item.version(), versions.move(project));
  }

  public PlanVerdict edit(
      ProjectKey project, TargetKey key, long expected, ExternalLines text, Actor actor) {
    ExternalLines clean = clean(text);
    List<String> flaws = flaws(clean);
    if (!flaws.isEmpty()) {
      return new PlanVerdict.Refused(flaws);
    }
    Instant now = clock.instant();
    return change(
        project,
        key,
        expected,
        actor,
        new Verb("edited", item -> item.says(clean), item -> item.edit(clean, now)));
  }

  /** Closes it; what waits for it may go on. The actor is who verified the evidence. */
  public PlanVerdict close(
      ProjectKey project, TargetKey key, long expected, StatedEvidence evidence, Actor actor) {
    StatedEvidence clean = evidence.clean();
    List<String> flaws = clean.flaws();
    if (!flaws.isEmpty()) {
      return new PlanVerdict.Refused(flaws);
    }
    Instant now = clock.instant();
    Consumer<ExternalItem> close = item -> item.close(clean, actor.name(), now);
    return change(project, key, expected, actor, new Verb("closed", ExternalItem::isClosed, close));
  }

  /** The evidence is taken back; what waits for it is held again. */
  public PlanVerdict revoke(
      ProjectKey project, TargetKey key, long expected, String reason, Actor actor) {
    String clean = Wording.clean(reason);
    Optional<String> flaw =
        clean.isEmpty() ? Optional.of("is needed") : Wording.flaw(clean, Wording.NOTE_LIMIT);
    if (flaw.isPresent()) {
      return new PlanVerdict.Refused("The reason " + flaw.get() + ".");
    }
    Instant now = clock.instant();
    Consumer<ExternalItem> revoke = item -> item.revoke(clean, actor.name(), now);
    return change(
        project, key, expected, actor, new Verb("revoked", item -> !item.isClosed(), revoke));
  }

  private record Verb(String past, Predicate<ExternalItem> isSo, Consumer<ExternalItem> action) {}

  private PlanVerdict change(
      ProjectKey project, TargetKey key, long expected, Actor actor, Verb verb) {
    if (versions.hold(project).isEmpty()) {
      return new PlanVerdict.NotThere(project.value());
    }
    Optional<ExternalItem> found = items.findByProjectAndKey(project.value(), key.value());
    if (found.isEmpty()) {
      return new PlanVerdict.NotThere(key.value());
    }
    ExternalItem item = found.get();
    if (item.version() != expected) {
      return new PlanVerdict.Stale(item.version());
    }
    if (verb.isSo().test(item)) {
      return new PlanVerdict.Unchanged(key.value(), item.version());
    }
    Map<String, Object> before = item.values();
    verb.action().accept(item);
    ExternalItem saved = items.saveAndFlush(item);
    Change change = Change.between(before, saved.values());
    history.changed(project, actor, TYPE, verb.past(), key.value(), change);
    return new PlanVerdict.Changed(key.value(), saved.version(), versions.move(project));
  }

  private static ExternalLines clean(ExternalLines text) {
    String owner = text.owner();
    return new ExternalLines(
        text.kind(),
        Wording.clean(text.text()),
        owner == null || owner.isBlank() ? null : Wording.clean(owner),
        text.expectedOn());
  }

  private static List<String> flaws(ExternalLines text) {
    List<String> flaws = new ArrayList<>();
    Wording.flaw(text.text(), Wording.TEXT_LIMIT)
        .ifPresent(flaw -> flaws.add("The text " + flaw + "."));
    String owner = text.owner();
    if (owner != null) {
      Wording.flawOfLine(owner, Wording.NAME_LIMIT)
          .ifPresent(flaw -> flaws.add("The owner " + flaw + "."));
    }
    if (text.expectedOn() != null && !Wording.isDay(text.expectedOn())) {
      flaws.add("The expected day lies outside 1970 to 2199.");
    }
    return flaws;
  }
}
