package dev.signalbox.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInPagesTests {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/projects/ops", "/projects/ops?state=BLOCKED&q=a%20b"})
  void goesOnToAnAddressOfOurs(String next) {
    assertThat(SignInPages.local(next)).isEqualTo(next);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: x=y",
        "/a\\b",
        "projects",
        "/ü"
      })
  void goesNowhereElse(String next) {
    assertThat(SignInPages.local(next)).isEqualTo("/");
  }
}
