package dev.signalbox.gate.web;

import dev.signalbox.gate.ApprovalVerdict.AlreadySpoken;
import dev.signalbox.gate.ApprovalVerdict.EditorOfThePolicy;
import dev.signalbox.gate.ApprovalVerdict.NobodyAsked;
import dev.signalbox.gate.ApprovalVerdict.NotAPerson;
import dev.signalbox.gate.ApprovalVerdict.NotAReleaseManager;
import dev.signalbox.gate.ApprovalVerdict.NotYet;
import dev.signalbox.gate.ApprovalVerdict.OtherSubject;
import dev.signalbox.gate.ApprovalVerdict.OwnRequest;
import dev.signalbox.gate.ApprovalVerdict.Refused;
import dev.signalbox.gate.GateKey;
import dev.signalbox.gate.GateView;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.wire.EntityTag;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.net.URI;
import org.springframework.http.ResponseEntity;

/** Answers of the gatekeeper in the words of HTTP. */
final class Answers {

  private Answers() {}

  static URI at(ProjectKey project, GateKey gate) {
    return URI.create("/api/v1/projects/" + project + "/gates/" + gate);
  }

  static ResponseEntity<GateView> ok(GateView gate) {
    return ResponseEntity.ok().eTag(EntityTag.of(gate.policyVersion())).body(gate);
  }

  static ResponseEntity<GateView> created(URI location, GateView gate) {
    return ResponseEntity.created(location).eTag(EntityTag.of(gate.policyVersion())).body(gate);
  }

  static ProblemException notThere(String what) {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no " + what + " here.");
  }

  static ProblemException problem(Refused refused) {
    return switch (refused) {
      case NotAPerson no -> forbidden(no);
      case NotAReleaseManager no -> forbidden(no);
      case OwnRequest no -> forbidden(no);
      case EditorOfThePolicy no -> forbidden(no);
      case NobodyAsked no -> conflict(no);
      case AlreadySpoken no -> conflict(no).with("word", no.word());
      case NotYet no -> conflict(no).with("missing", no.missing());
      case OtherSubject no -> otherSubject(no);
    };
  }

  private static ProblemException otherSubject(OtherSubject no) {
    ProblemException problem =
        new ProblemException(ProblemType.PRECONDITION_FAILED, no.reason())
            .with("subjectDigest", no.subjectDigest());
    return no.difference() == null ? problem : problem.with("difference", no.difference());
  }

  private static ProblemException forbidden(Refused refused) {
    return new ProblemException(ProblemType.FORBIDDEN, refused.reason());
  }

  private static ProblemException conflict(Refused refused) {
    return new ProblemException(ProblemType.CONFLICT, refused.reason());
  }
}
