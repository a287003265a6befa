package dev.signalbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The borders between the modules: what each package-info.java allows, and no circle. */
class ModularityTests {

  private static final ApplicationModules MODULES =
      ApplicationModules.of(SignalboxApplication.class);

  @Test
  void keepsEachModuleWithinWhatItMayUse() {
    MODULES.verify();
  }

  @Test
  void hasNoModuleWithoutABorder() {
    assertThat(MODULES.stream())
        .as("each package under dev.signalbox says what it may use")
        .isNotEmpty()
        .allSatisfy(
            module ->
                assertThat(module.getBasePackage().getAnnotation(annotation()))
                    .as(module.getIdentifier().toString())
                    .isPresent());
  }

  @Test
  void hasNoModuleForThingsInCommon() {
    assertThat(MODULES.stream().map(ApplicationModule::getIdentifier).map(Object::toString))
        .doesNotContain("common", "util", "core", "shared", "config");
  }

  private static Class<org.springframework.modulith.ApplicationModule> annotation() {
    return org.springframework.modulith.ApplicationModule.class;
  }
}
