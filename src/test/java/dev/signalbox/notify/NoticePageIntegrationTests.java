package dev.signalbox.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Browser;
import dev.signalbox.SignalboxTest;
import dev.signalbox.TestPeople;
import dev.signalbox.TestPeople.Person;
import dev.signalbox.access.Role;
import dev.signalbox.plan.ProjectKey;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The first page tells people that their work is unblocked, until they have read it. */
@SignalboxTest
class NoticePageIntegrationTests {

  private static final Pattern READ = Pattern.compile("action=\"(/notices/\\d+/read)\"");

  @LocalServerPort int port;
  @Autowired TestPeople people;
  @Autowired Loft loft;
  @Autowired Lookout lookout;

  @Test
  void theFirstPageTellsNewsOnceAndThenLeadsIntoTheProjectAgain() {
    ProjectKey project = loft.project();
    Person person = people.person(project.value(), Role.CONTRIBUTOR);
    loft.write(project, "@" + person.username());
    lookout.look(project);
    Browser browser = new Browser(port);
    browser.signIn(person.username(), person.password());
    assertThat(browser.get("/").status()).isEqualTo(302);
    loft.close(project);
    lookout.look(project);
    String home = browser.get("/").body();
    assertThat(home).contains("Newly unblocked").contains("data-notice=\"A\"");
    Matcher read = READ.matcher(home);
    assertThat(read.find()).isTrue();
    assertThat(browser.submit("/", read.group(1), Map.of()).status()).isEqualTo(302);
    assertThat(browser.get("/").status()).isEqualTo(302);
    assertThat(browser.get("/projects").body()).doesNotContain("Newly unblocked");
  }
}
