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
    @NotNull @Size(max = Scenario.MAX_PATCHES) List<@NotNull @Valid Patch> patches) {

  /** Patches of one scenario. */
  public static final int MAX_PATCHES = 500;

  /** Scenarios of one call. */
  public static final int MAX_SCENARIOS = 64;
}
