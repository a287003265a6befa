package dev.signalbox.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.access.MemberView;
import dev.signalbox.access.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecipientsTests {

  private final Recipients recipients =
      new Recipients(
          List.of(
              new MemberView("ada", "Ada Lund", Set.of(Role.VIEWER)),
              new MemberView("bob", "Track Guild", Set.of(Role.CONTRIBUTOR)),
              new MemberView("eve", "Track Guild", Set.of(Role.ADMIN))));

  @Test
  void findsMembersByUsernameHandleAndDisplayedName() {
    assertThat(recipients.of(List.of("Ada"))).containsExactly("ada");
    assertThat(recipients.of(List.of("@ada"))).containsExactly("ada");
    assertThat(recipients.of(List.of(" ada  LUND "))).containsExactly("ada");
    assertThat(recipients.of(List.of("track guild"))).containsExactly("bob", "eve");
  }

  @Test
  void tellsEachMemberOnceAndNobodyElse() {
    assertThat(recipients.of(List.of("ada", "Ada Lund", "bob"))).containsExactly("ada", "bob");
    assertThat(recipients.of(List.of("Ad", "Lund", "", "Guild"))).isEmpty();
    assertThat(recipients.of(List.of())).isEmpty();
  }
}
