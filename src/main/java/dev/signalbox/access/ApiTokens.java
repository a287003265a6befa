package dev.signalbox.access;

import dev.signalbox.timeline.Actor;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tokens for the API: personal ones, and those of machines in one project. */
public interface ApiTokens {

  /** Days that a token lives if nobody says otherwise. */
  int DEFAULT_DAYS = 90;

  /** Days that a token lives at most. */
  int MAX_DAYS = 365;

  /** What a machine may do at most: read, trigger jobs, report results. */
  Set<String> MACHINE_SCOPES =
      Set.of(
          Permission.VIEW_PROJECT.scope(),
          Permission.TRIGGER_JOB.scope(),
          Permission.REPORT_RESULT.scope());

  /** A token that acts as this person, within the scopes. */
  IssuedToken issuePersonal(
      String username, String name, Set<String> scopes, @Nullable Integer days);

  /** A token of the machine {@code ci:<machine>} of a project, with the role {@link Role#CI}. */
  IssuedToken issueMachine(
      String project, String machine, Set<String> scopes, @Nullable Integer days, Actor by);

  List<TokenView> listPersonal(String username);

  List<TokenView> listMachines(String project);

  /** Ends an own token at once; 404 if it is none of this person's. */
  void revokePersonal(String username, String publicId);

  /** Ends a machine's token at once; 404 if it is none of this project's. */
  void revokeMachine(String project, String publicId, Actor by);
}
