package dev.signalbox.simulation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Patches that are supposed together, in their order.
 *
 * @param name for people; null if there is none
 */
public record Scenario(
    @Nullable String name,
    @NotNull @Size(max = Scenario.MAX_PATCHES, message = Scenario.TOO_MANY)
        List<@NotNull @Valid Patch> patches) {

  /** Patches of one scenario. */
  public static final int MAX_PATCHES = 500;

  /** Scenarios of one call. */
  public static final int MAX_SCENARIOS = 64;

  /**
   * Patches of all scenarios of one call: each may have to look through a whole plan for circles.
   */
  public static final int MAX_PATCHES_OF_ALL = 2_000;

  static final String TOO_MANY =
      "has more than " + MAX_PATCHES + " patches; [" + MAX_PATCHES + "] is the first too many";
}
