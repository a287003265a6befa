package dev.signalbox.access.token;

import dev.signalbox.access.ApiTokens;
import dev.signalbox.access.IssuedToken;
import dev.signalbox.access.TokenView;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Ids;
import dev.signalbox.timeline.Recordable;
import dev.signalbox.timeline.Timeline;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues and revokes tokens, and tells the timeline. */
@Service
@Transactional
class TokenDesk implements ApiTokens {

  private final ApiTokenRecords tokens;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Timeline timeline;

  TokenDesk(ApiTokenRecords tokens, JdbcClient jdbc, Ids ids, Clock clock, Timeline timeline) {
    this.tokens = tokens;
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.timeline = timeline;
  }

  @Override
  public IssuedToken issuePersonal(
      String username, String name, Set<String> scopes, @Nullable Integer days) {
    TokenText text = TokenText.fresh(ids);
    ApiToken token =
        ApiToken.personal(text, account(username), username, name, scopes, days, clock.instant());
    return issued(null, Actor.person(username), text, token);
  }

  @Override
  public IssuedToken issueMachine(
      String project, String machine, Set<String> scopes, @Nullable Integer days, Actor by) {
    TokenText text = TokenText.fresh(ids);
    ApiToken token =
        ApiToken.machine(text, project, machine, by.name(), scopes, days, clock.instant());
    return issued(project, by, text, token);
  }

  @Override
  @Transactional(readOnly = true)
  public List<TokenView> listPersonal(String username) {
    return views(tokens.findTop200ByAccountIdOrderByIdDesc(account(username)));
  }

  @Override
  @Transactional(readOnly = true)
  public List<TokenView> listMachines(String project) {
    return views(tokens.findTop200ByProjectOrderByIdDesc(project));
  }

  @Override
  public void revokePersonal(String username, String publicId) {
    ApiToken token =
        tokens
            .findByPublicIdAndAccountId(publicId, account(username))
            .orElseThrow(TokenDesk::unknown);
    revoke(null, token, Actor.person(username));
  }

  @Override
  public void revokeMachine(String project, String publicId, Actor by) {
    ApiToken token =
        tokens.findByPublicIdAndProject(publicId, project).orElseThrow(TokenDesk::unknown);
    revoke(project, token, by);
  }

  private IssuedToken issued(@Nullable String project, Actor by, TokenText text, ApiToken token) {
    TokenView view = tokens.save(token).view();
    timeline.record(new Recordable(project, by, "token.issued", "token", view.id(), null, view));
    return new IssuedToken(view, text.text());
  }

  private void revoke(@Nullable String project, ApiToken token, Actor by) {
    TokenView before = token.view();
    if (token.revoke(clock.instant())) {
      TokenView after = tokens.save(token).view();
      timeline.record(
          new Recordable(project, by, "token.revoked", "token", after.id(), before, after));
    }
  }

  private long account(String username) {
    return jdbc.sql("select id from account where username = :username")
        .param("username", username)
        .query(Long.class)
        .optional()
        .orElseThrow(TokenDesk::unknown);
  }

  private static List<TokenView> views(List<ApiToken> found) {
    return found.stream().map(ApiToken::view).toList();
  }

  private static ProblemException unknown() {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no such token.");
  }
}
