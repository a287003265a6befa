package dev.signalbox.webhook;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.Actor;
import dev.signalbox.timeline.Ids;
import dev.signalbox.timeline.Recordable;
import dev.signalbox.timeline.Timeline;
import dev.signalbox.webhook.apply.ApplyDelivery;
import dev.signalbox.webhook.inbox.Refusals;
import dev.signalbox.webhook.store.DeliveryReads;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What was received, what became of it, and a second chance for what died. */
@Component
public class Deliveries {

  private final DeliveryReads reads;
  private final Refusals refusals;
  private final Timeline timeline;
  private final SchedulerClient tasks;
  private final ObjectProvider<Scheduler> scheduler;
  private final Clock clock;
  private final Ids ids;
  private final TransactionTemplate transaction;

  Deliveries(
      DeliveryReads reads,
      Refusals refusals,
      Timeline timeline,
      SchedulerClient tasks,
      ObjectProvider<Scheduler> scheduler,
      Clock clock,
      Ids ids,
      PlatformTransactionManager transactions) {
    this.reads = reads;
    this.refusals = refusals;
    this.timeline = timeline;
    this.tasks = tasks;
    this.scheduler = scheduler;
    this.clock = clock;
    this.ids = ids;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Deliveries of the project, newest first.
   *
   * @param source only those of this source, or null
   * @param before only those with a smaller id
   */
  public List<DeliveryView> list(
      ProjectKey project, @Nullable String source, long before, int limit) {
    return reads.list(project, source, before, limit);
  }

  /** One delivery with its body. */
  public Optional<DeliveryDetail> find(ProjectKey project, long id) {
    return reads.find(project, id);
  }

  /** How often and why calls to the source were turned away, newest hours first. */
  public List<RefusalView> refusals(ProjectKey project, String source) {
    refusals.flush(source);
    return reads.refusals(project, source);
  }

  /**
   * Applies a settled delivery again, which is harmless: a result counts once. False if the project
   * has no such delivery, or it is not settled yet.
   */
  public boolean replay(ProjectKey project, long id, Actor actor) {
    boolean reopened =
        Boolean.TRUE.equals(
            transaction.execute(
                status -> {
                  if (!reads.reopen(project, id)) {
                    return false;
                  }
                  tasks.scheduleIfNotExists(
                      ApplyDelivery.again(id, ids.uuid().toString()), clock.instant());
                  timeline.record(
                      new Recordable(
                          project.value(),
                          actor,
                          "delivery.replayed",
                          "delivery",
                          Long.toString(id),
                          null,
                          null));
                  return true;
                }));
    if (reopened) {
      scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
    }
    return reopened;
  }
}
