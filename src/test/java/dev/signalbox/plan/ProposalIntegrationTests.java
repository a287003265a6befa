package dev.signalbox.plan;

import static dev.signalbox.plan.PlanFixture.edit;
import static dev.signalbox.plan.PlanFixture.freshKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.SignalboxTest;
import dev.signalbox.plan.PlanEdit.BlockerText;
import dev.signalbox.plan.PlanEdit.ExternalText;
import dev.signalbox.plan.PlanEdit.TaskText;
import dev.signalbox.timeline.Actor;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SignalboxTest
class ProposalIntegrationTests {

  private static final Actor ADA = Actor.person("ada");
  private static final TaskKey TASK = new TaskKey("Y-1");

  @Autowired private Plan plan;
  @Autowired private PlanBook book;
  @Autowired private TaskDesk desk;
  @Autowired private ProposalDesk proposals;

  private final ProjectKey project = freshKey();

  @BeforeEach
  void project() {
    plan.createProject(project, "Yard", ADA);
    say(proposed("waits for the drawings", "drawings"), proposed("nobody knows", null));
  }

  @Test
  void listsWhatWasReadFromProseWithWhomItIsAwaitedFrom() {
    List<ProposalView> all = book.proposals(project, null, null, 50).items();
    assertThat(all).hasSize(2);
    assertThat(all.getFirst().awaits()).isEqualTo("drawings");
    assertThat(all.getFirst().awaitedFrom()).isEqualTo("Bridge office");
    assertThat(all.getFirst().sureness()).isEqualTo(80);
    String cursor = book.proposals(project, null, null, 1).next();
    assertThat(book.proposals(project, null, cursor, 1).items()).containsExactly(all.getLast());
  }

  @Test
  void keepsAConfirmedBlockerWhenTheDocumentRewordsOrForgetsIt() {
    long id = id("drawings");
    perform(new TaskCommand.Confirm(id));
    assertThat(held().getFirst().standing()).isEqualTo(Standing.CONFIRMED);
    assertThat(book.proposals(project, null, null, 50).items()).hasSize(1);
    say(proposed("still waits for the drawings", "drawings"));
    assertThat(held()).extracting(PlanSnapshot.Blocker::id).containsExactly(id);
    say();
    assertThat(held()).extracting(PlanSnapshot.Blocker::id).containsExactly(id);
    BlockerView view =
        book.task(project, null, TASK).orElseThrow().blockers().stream()
            .filter(BlockerView::holds)
            .findFirst()
            .orElseThrow();
    assertThat(view.decidedBy()).isEqualTo("ada");
    assertThat(view.decidedAt()).isNotNull();
  }

  @Test
  void neverBringsADroppedBlockerBack() {
    perform(new TaskCommand.Drop(id("drawings"), "they are here"));
    perform(new TaskCommand.Drop(id(null), ""));
    assertThat(held()).isEmpty();
    assertThat(book.task(project, null, TASK).orElseThrow().state()).isEqualTo(TaskState.BLOCKED);
    long version = plan.version(project);
    say(proposed("waits for the drawings again", "drawings"), proposed("nobody knows", null));
    assertThat(plan.version(project)).isEqualTo(version);
    say(proposed("somebody is ill", null));
    assertThat(held()).extracting(PlanSnapshot.Blocker::reason).containsExactly("somebody is ill");
  }

  @Test
  void liftsAProposalThatTheDocumentNoLongerSays() {
    say(proposed("nobody knows", null));
    assertThat(held()).extracting(PlanSnapshot.Blocker::reason).containsExactly("nobody knows");
  }

  @Test
  void correctsWhatWasReadAndHoldsToItOverImports() {
    perform(
        new TaskCommand.Correct(
            id("drawings"), BlockerClass.DECISION, new TargetKey("bridge plan")));
    say(proposed("waits for the drawings", "drawings"), proposed("nobody knows", null));
    assertThat(held())
        .extracting(PlanSnapshot.Blocker::awaits)
        .containsExactlyInAnyOrder("bridge plan", null);
    assertThat(held().getLast().kind()).isEqualTo(BlockerClass.DECISION);
    assertThat(held().getLast().standing()).isEqualTo(Standing.CONFIRMED);
  }

  @Test
  void correctsWhatIsAwaitedAndFromWhomWithTheBlocker() {
    PlanVerdict done = correct("bridge plan", "The plan of the bridge", "Yard office");
    assertThat(done).isInstanceOf(PlanVerdict.Changed.class);
    assertThat(((PlanVerdict.Changed) done).planVersion()).isEqualTo(plan.version(project));
    ExternalView item = external("bridge plan");
    assertThat(item.text()).isEqualTo("The plan of the bridge");
    assertThat(item.owner()).isEqualTo("Yard office");
    assertThat(item.kind()).isEqualTo(ExternalKind.ARTEFACT);
    assertThat(held().getLast().standing()).isEqualTo(Standing.CONFIRMED);
  }

  @Test
  void leavesWhatIsNotSaidAndForgetsWhatIsSaidToBeUnknown() {
    assertThat(correct("drawings", "Drawings of the bridge", null))
        .isInstanceOf(PlanVerdict.Changed.class);
    assertThat(external("drawings").owner()).isEqualTo("Bridge office");
    assertThat(correct("drawings", null, "")).isInstanceOf(PlanVerdict.Changed.class);
    assertThat(external("drawings").owner()).isNull();
    assertThat(external("drawings").text()).isEqualTo("Drawings of the bridge");
  }

  @Test
  void keepsNothingOfACorrectionThatCannotBeKeptWhole() {
    long before = plan.version(project);
    long seen = book.task(project, null, TASK).orElseThrow().version();
    assertThat(correct(null, "drawings of something", null))
        .isInstanceOf(PlanVerdict.Refused.class);
    assertThat(correct("crane", "x".repeat(Wording.TEXT_LIMIT + 1), null))
        .isInstanceOf(PlanVerdict.Refused.class);
    plan.apply(project, edit("506", List.of(PlanFixture.task("Y-9", TaskState.TODO))), ADA);
    assertThat(correct("Y-9", "Other words", null)).isInstanceOf(PlanVerdict.Refused.class);
    assertThat(book.task(project, null, TASK).orElseThrow().version()).isEqualTo(seen);
    assertThat(held()).allMatch(blocker -> blocker.standing() == Standing.PROPOSED);
    assertThat(book.external(project, null, new TargetKey("crane"))).isEmpty();
    assertThat(plan.version(project)).isGreaterThan(before);
    assertThat(correct("Y-9", "", "")).isInstanceOf(PlanVerdict.Changed.class);
  }

  @Test
  void correctsNothingThatSomebodyChangedInTheMeantime() {
    var correction =
        new ProposalDesk.Correction(
            id("drawings"), BlockerClass.DECISION, new TargetKey("crane"), "A crane", null);
    assertThat(proposals.correct(project, TASK, 99, correction, ADA))
        .isInstanceOf(PlanVerdict.Stale.class);
    assertThat(book.external(project, null, new TargetKey("crane"))).isEmpty();
  }

  private PlanVerdict correct(
      @Nullable String awaits, @Nullable String artefact, @Nullable String from) {
    long seen = book.task(project, null, TASK).orElseThrow().version();
    var correction =
        new ProposalDesk.Correction(
            held().stream().filter(b -> b.awaits() != null).findFirst().orElseThrow().id(),
            BlockerClass.AWAITED_ARTEFACT,
            awaits == null ? null : new TargetKey(awaits),
            artefact,
            from);
    return proposals.correct(project, TASK, seen, correction, ADA);
  }

  private ExternalView external(String key) {
    return book.external(project, null, new TargetKey(key)).orElseThrow();
  }

  @Test
  void refusesToDecideOnWhatAPersonSaid() {
    perform(new TaskCommand.Block(BlockerClass.PEOPLE, "by hand", null, null));
    long id = held().getLast().id();
    assertThat(verdict(new TaskCommand.Confirm(id))).isInstanceOf(PlanVerdict.Refused.class);
    assertThat(verdict(new TaskCommand.Drop(id, ""))).isInstanceOf(PlanVerdict.Refused.class);
    assertThat(verdict(new TaskCommand.Confirm(id("drawings"))))
        .isInstanceOf(PlanVerdict.Changed.class);
    assertThat(verdict(new TaskCommand.Confirm(id("drawings"))))
        .isInstanceOf(PlanVerdict.Unchanged.class);
  }

  private static BlockerText proposed(String reason, @Nullable String awaits) {
    return new BlockerText(BlockerClass.AWAITED_ARTEFACT, reason, awaits, null, 80);
  }

  private void say(BlockerText... blockers) {
    TaskText task =
        new TaskText(
            TASK, "Build", TaskState.BLOCKED, null, List.of(), "", List.of(), List.of(blockers));
    ExternalText drawings =
        new ExternalText("drawings", ExternalKind.ARTEFACT, "drawings", "Bridge office");
    plan.apply(project, edit("505", List.of(task), List.of(drawings)), ADA);
  }

  private List<PlanSnapshot.Blocker> held() {
    return plan.snapshot(project).tasks().getFirst().blockers();
  }

  private long id(@Nullable String awaits) {
    Stream<PlanSnapshot.Blocker> all = held().stream();
    return all.filter(b -> Objects.equals(b.awaits(), awaits)).findFirst().orElseThrow().id();
  }

  private void perform(TaskCommand command) {
    assertThat(verdict(command)).isInstanceOf(PlanVerdict.Changed.class);
  }

  private PlanVerdict verdict(TaskCommand command) {
    long version = book.task(project, null, TASK).orElseThrow().version();
    return desk.perform(project, TASK, version, command, ADA);
  }
}
