package dev.signalbox.webhook;

import dev.signalbox.access.SecretBox;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Ids;
import dev.signalbox.timeline.Recordable;
import dev.signalbox.timeline.Timeline;
import dev.signalbox.webhook.inbox.KnownSources;
import dev.signalbox.webhook.signature.SigningKey;
import dev.signalbox.webhook.store.SourceRows;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Who may post to us: sources and the life of their secrets, next, current, retiring. */
@Component
public class Sources {

  /** How long both secrets count at most after a change. */
  public static final Duration MAX_OVERLAP = Duration.ofDays(30);

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,59}");
  private static final int SECRET_BYTES = 32;
  private static final int ID_BYTES = 16;

  private final SourceRows rows;
  private final SecretBox box;
  private final Ids ids;
  private final Timeline timeline;
  private final KnownSources known;

  Sources(SourceRows rows, SecretBox box, Ids ids, Timeline timeline, KnownSources known) {
    this.rows = rows;
    this.box = box;
    this.ids = ids;
    this.timeline = timeline;
    this.known = known;
  }

  /** Makes a source with its first secret, which is shown only here. */
  @Transactional
  public NewSource create(ProjectKey project, String name, Dialect dialect, Actor actor) {
    if (!NAME.matcher(name).matches()) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST,
          "The name of a source is 2 to 60 of a-z, 0-9 and '-', a letter first.");
    }
    String id = HexFormat.of().formatHex(ids.secret(ID_BYTES));
    if (!rows.add(id, project, name, dialect, actor)) {
      throw new ProblemException(
          ProblemType.ALREADY_EXISTS, "This project has a source named " + name + " already.");
    }
    String secret = addSecret(id, "CURRENT");
    record(project, actor, "source.created", name, Map.of("dialect", dialect));
    return new NewSource(id, "/hooks/" + id, secret);
  }

  /** Makes the next secret: it counts at once, beside the current one. */
  @Transactional
  public NewSecret prepareSecret(ProjectKey project, String id, long version, Actor actor) {
    SourceView source = lock(project, id, version);
    if (source.secrets().stream().anyMatch(secret -> secret.state().equals("NEXT"))) {
      throw new ProblemException(
          ProblemType.CONFLICT, "There is a next secret already. Promote it first.");
    }
    String secret = addSecret(id, "NEXT");
    record(project, actor, "source.secret-prepared", source.name(), Map.of());
    return new NewSecret(secret, rows.bump(id));
  }

  /** Makes the next secret current; the one before counts until the overlap is over. */
  @Transactional
  public long promoteSecret(
      ProjectKey project, String id, long version, Duration overlap, Actor actor) {
    if (overlap.isNegative() || overlap.compareTo(MAX_OVERLAP) > 0) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "The overlap lies between PT0S and " + MAX_OVERLAP + ".");
    }
    SourceView source = lock(project, id, version);
    if (source.secrets().stream().noneMatch(secret -> secret.state().equals("NEXT"))) {
      throw new ProblemException(
          ProblemType.CONFLICT, "There is no next secret to promote. Prepare one first.");
    }
    rows.promote(id, overlap);
    record(
        project,
        actor,
        "source.secret-promoted",
        source.name(),
        Map.of("overlap", overlap.toString()));
    return rows.bump(id);
  }

  /** Switches a source off or on; calls to one that is off find nothing. */
  @Transactional
  public long enable(ProjectKey project, String id, long version, boolean enabled, Actor actor) {
    SourceView source = lock(project, id, version);
    rows.enable(id, enabled);
    String action = enabled ? "source.enabled" : "source.disabled";
    record(project, actor, action, source.name(), Map.of());
    return rows.bump(id);
  }

  /** One source of the project. */
  @Transactional(readOnly = true)
  public Optional<SourceView> find(ProjectKey project, String id) {
    return rows.find(project, id);
  }

  /** Sources of the project in the order of their names, after the given one. */
  @Transactional(readOnly = true)
  public List<SourceView> list(ProjectKey project, String afterName, int limit) {
    return rows.list(project, afterName, limit);
  }

  private SourceView lock(ProjectKey project, String id, long version) {
    SourceView source =
        rows.lock(project, id)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.NOT_FOUND, "This project has no such source."));
    if (source.version() != version) {
      throw new ProblemException(
              ProblemType.PRECONDITION_FAILED, "The source was changed in the meantime.")
          .with("version", source.version());
    }
    forgetAfterCommit(id);
    return source;
  }

  private String addSecret(String source, String state) {
    String text = SigningKey.text(ids.secret(SECRET_BYTES));
    rows.addSecret(source, box.seal(text.getBytes(StandardCharsets.UTF_8)), state);
    return text;
  }

  private void record(
      ProjectKey project, Actor actor, String action, String name, Map<String, Object> after) {
    timeline.record(new Recordable(project.value(), actor, action, "source", name, null, after));
  }

  private void forgetAfterCommit(String id) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            known.forget(id);
          }
        });
  }
}
