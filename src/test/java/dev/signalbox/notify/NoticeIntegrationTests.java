package dev.signalbox.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Await;
import dev.signalbox.Browser;
import dev.signalbox.SignalboxTest;
import dev.signalbox.TestPeople;
import dev.signalbox.TestPeople.Person;
import dev.signalbox.access.Role;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.TimelineQuery;
import dev.signalbox.timeline.TimelineReader;
import dev.signalbox.wire.Limit;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** "You are unblocked": once for each time. The timers look too, so every test races with them. */
@SignalboxTest
class NoticeIntegrationTests {

  private static final int ROUNDS = 6;
  private static final int LOOKERS = 4;

  @LocalServerPort int port;
  @Autowired TestPeople people;
  @Autowired Plan plan;
  @Autowired Loft loft;
  @Autowired Lookout lookout;
  @Autowired HeldTasks held;
  @Autowired NoticeBoard board;
  @Autowired TimelineReader timeline;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  private ProjectKey project;
  private Person person;

  @BeforeEach
  void write() {
    project = loft.project();
    person = people.person(project.value(), Role.CONTRIBUTOR);
    loft.write(project, "@" + person.username());
    lookout.look(project);
  }

  @Test
  void tellsNothingAtTheFirstImport() {
    assertThat(told()).isEmpty();
    assertThat(held.read(project)).containsExactlyInAnyOrder("A", "B");
  }

  @Test
  void tellsOnceForEachTimeThatAHeldTaskBecomesReady() {
    loft.close(project);
    lookout.look(project);
    lookout.look(project);
    assertThat(told()).containsExactly("A");
    loft.revoke(project);
    lookout.look(project);
    assertThat(told()).containsExactly("A");
    loft.close(project);
    lookout.look(project);
    assertThat(told()).containsExactly("A", "A");
    var query =
        new TimelineQuery(project.value(), "notice", "A", null, "notice.unblocked", null, null);
    assertThat(timeline.page(query, null, 10).items()).hasSize(2);
  }

  @Test
  void tellsNothingOfAFlapBetweenTwoLooks() {
    loft.close(project);
    lookout.look(project);
    transaction.executeWithoutResult(
        _ -> {
          loft.revoke(project);
          loft.close(project);
        });
    lookout.look(project);
    assertThat(told()).containsExactly("A");
  }

  @Test
  void tellsOfATaskThatWasFreedWhileItWasAwayWhenItComesBack() {
    loft.leaveOutA(project, "@" + person.username());
    lookout.look(project);
    loft.close(project);
    lookout.look(project);
    assertThat(told()).isEmpty();
    loft.write(project, "@" + person.username());
    lookout.look(project);
    lookout.look(project);
    assertThat(told()).containsExactly("A");
  }

  @Test
  void tellsOnceHoweverManyLookAtOnce() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      loft.close(project);
      race();
      loft.revoke(project);
      lookout.look(project);
    }
    assertThat(told()).hasSize(ROUNDS).containsOnly("A");
  }

  @Test
  void losesNothingWhereALookIsRolledBack() {
    loft.close(project);
    transaction.executeWithoutResult(
        status -> {
          lookout.look(project);
          status.setRollbackOnly();
        });
    lookout.look(project);
    assertThat(told()).containsExactly("A");
  }

  @Test
  void looksWithoutBeingAsked() {
    loft.close(project);
    Await.until(Duration.ofSeconds(20), () -> told().equals(List.of("A")));
  }

  @Test
  void sweepsPlansThatNobodyLookedAt() {
    ProjectKey other = loft.project();
    loft.write(other, "Guild");
    lookout.lookAtAll();
    assertThat(held.seen(other)).isEqualTo(plan.version(other));
  }

  @Test
  void showsTheProjectItsNoticesAndPeopleTheirOwn() {
    Person viewer = people.person(project.value(), Role.VIEWER);
    loft.close(project);
    lookout.look(project);
    JsonNode all = json(get(viewer, "/projects/" + project + "/notices"));
    assertThat(all.at("/items/0/task").asString()).isEqualTo("A");
    assertThat(json(get(viewer, "/me/notices")).get("items")).isEmpty();
    JsonNode mine = json(get(person, "/me/notices?unread=true"));
    assertThat(mine.at("/items/0/notice/task").asString()).isEqualTo("A");
    String read = "/me/notices/" + mine.at("/items/0/notice/id").asString() + "/read";

    assertThat(send("POST", viewer, read).status()).isEqualTo(404);
    assertThat(send("POST", person, read).status()).isEqualTo(204);
    assertThat(send("POST", person, read).status()).isEqualTo(204);

    assertThat(json(get(person, "/me/notices?unread=true")).get("items")).isEmpty();
    assertThat(json(get(person, "/me/notices")).at("/items/0/readAt").asString()).isNotEmpty();
    people.expel(project.value(), person.username());
    assertThat(json(get(person, "/me/notices")).get("items")).isEmpty();
    assertThat(send("POST", person, read).status()).isEqualTo(404);
  }

  @Test
  void pagesThroughNotices() {
    for (int times = 0; times < 2; times++) {
      loft.close(project);
      lookout.look(project);
      loft.revoke(project);
      lookout.look(project);
    }
    JsonNode first = json(get(person, "/me/notices?limit=1"));
    String next = first.get("next").asString();
    JsonNode second = json(get(person, "/me/notices?limit=1&cursor=" + next));
    assertThat(second.at("/items/0/notice/id").asLong())
        .isLessThan(first.at("/items/0/notice/id").asLong());
    assertThat(second.get("next").isNull()).isTrue();
    assertThat(get(person, "/projects/" + project + "/notices?cursor=" + next).status())
        .isEqualTo(400);
  }

  private List<String> told() {
    return board.ofProject(project, null, new Limit(100)).items().stream()
        .map(NoticeView::task)
        .toList();
  }

  private void race() throws Exception {
    CyclicBarrier start = new CyclicBarrier(LOOKERS);
    try (var threads = Executors.newFixedThreadPool(LOOKERS)) {
      List<Future<?>> looks = new ArrayList<>();
      for (int looker = 0; looker < LOOKERS; looker++) {
        looks.add(
            threads.submit(
                () -> {
                  start.await();
                  lookout.look(project);
                  return null;
                }));
      }
      for (Future<?> look : looks) {
        look.get();
      }
    }
  }

  private Browser.Answer get(Person who, String path) {
    return send("GET", who, path);
  }

  private Browser.Answer send(String method, Person who, String path) {
    return new Browser(port)
        .send(method, "/api/v1" + path, Map.of("Authorization", who.bearer()), null);
  }

  private static JsonNode json(Browser.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }
}
