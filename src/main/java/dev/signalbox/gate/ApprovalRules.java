package dev.signalbox.gate;

import dev.signalbox.access.Permission;
import dev.signalbox.gate.ApprovalDesk.Word;
import dev.signalbox.gate.ApprovalVerdict.AlreadySpoken;
import dev.signalbox.gate.ApprovalVerdict.EditorOfThePolicy;
import dev.signalbox.gate.ApprovalVerdict.NobodyAsked;
import dev.signalbox.gate.ApprovalVerdict.NotAPerson;
import dev.signalbox.gate.ApprovalVerdict.NotAReleaseManager;
import dev.signalbox.gate.ApprovalVerdict.NotYet;
import dev.signalbox.gate.ApprovalVerdict.OtherSubject;
import dev.signalbox.gate.ApprovalVerdict.OwnRequest;
import dev.signalbox.gate.ApprovalVerdict.Refused;
import dev.signalbox.gate.Evaluation.Result;
import dev.signalbox.gate.GateFacts.RequestFact;
import dev.signalbox.timeline.Actor;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Why a word may not be said now, in one readable list; the first reason found is given. */
@Component
class ApprovalRules {

  private final GateViews views;
  private final List<Rule> rules =
      List.of(
          ApprovalRules::machinesDoNotApprove,
          ApprovalRules::onlyReleaseManagersDo,
          ApprovalRules::somebodyHasAsked,
          ApprovalRules::notTheRequester,
          ApprovalRules::notTheEditorOfThePolicy,
          this::onThisVerySubject,
          ApprovalRules::onlyOnce,
          ApprovalRules::everythingElseIsSatisfied);

  ApprovalRules(GateViews views) {
    this.views = views;
  }

  @FunctionalInterface
  private interface Rule {
    Optional<Refused> refusal(long gate, Result shown, Word word);
  }

  Optional<Refused> refusal(long gate, Result shown, Word word) {
    return rules.stream().flatMap(rule -> rule.refusal(gate, shown, word).stream()).findFirst();
  }

  private static Optional<Refused> machinesDoNotApprove(long gate, Result shown, Word word) {
    return word.caller().actor().kind() == Actor.Kind.PERSON
        ? Optional.empty()
        : Optional.of(new NotAPerson("Only people approve; machines do not."));
  }

  private static Optional<Refused> onlyReleaseManagersDo(long gate, Result shown, Word word) {
    String project = shown.policy().project().value();
    return word.caller().may(Permission.APPROVE_GATE, project)
            && shown.facts().releaseManagers().contains(word.caller().actor().name())
        ? Optional.empty()
        : Optional.of(new NotAReleaseManager("Only release managers of the project approve."));
  }

  private static Optional<Refused> somebodyHasAsked(long gate, Result shown, Word word) {
    return shown.facts().request() != null
        ? Optional.empty()
        : Optional.of(new NobodyAsked("Nobody has asked for a decision of this gate."));
  }

  private static Optional<Refused> notTheRequester(long gate, Result shown, Word word) {
    RequestFact request = shown.facts().request();
    return request != null && !request.requester().name().equals(word.caller().actor().name())
        ? Optional.empty()
        : Optional.of(
            new OwnRequest("You asked for this decision yourself; somebody else approves it."));
  }

  private static Optional<Refused> notTheEditorOfThePolicy(long gate, Result shown, Word word) {
    return !shown.policy().lastEditedBy().equals(word.caller().actor().name())
        ? Optional.empty()
        : Optional.of(
            new EditorOfThePolicy("You last edited this gate yourself; somebody else approves."));
  }

  private Optional<Refused> onThisVerySubject(long gate, Result shown, Word word) {
    Subject now = shown.decision().subject();
    return now.digest().equals(word.digest())
        ? Optional.empty()
        : Optional.of(
            new OtherSubject(
                "What you saw is not what is there now. Look again before you decide.",
                now.digest(),
                views.difference(gate, word.digest(), now)));
  }

  private static Optional<Refused> onlyOnce(long gate, Result shown, Word word) {
    return shown.facts().approvals().stream()
        .filter(said -> said.subjectDigest().equals(word.digest()))
        .filter(said -> said.person().equals(word.caller().actor().name()))
        .findFirst()
        .map(said -> new AlreadySpoken("You have said your word on this already.", said.word()));
  }

  /** A rejection may come at any time: it opens nothing. */
  private static Optional<Refused> everythingElseIsSatisfied(long gate, Result shown, Word word) {
    List<RequirementVerdict> missing = shown.decision().missingBeforeApproval();
    return word.word() == ApprovalWord.REJECT || missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new NotYet("Other requirements of this gate are not satisfied yet.", missing));
  }
}
