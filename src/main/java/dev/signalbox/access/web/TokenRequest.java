package dev.signalbox.access.web;

import dev.signalbox.access.ApiTokens;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token that somebody wants.
 *
 * @param name what it is for; of a machine, its name without {@code ci:}
 */
record TokenRequest(
    @NotBlank @Size(max = 63) String name,
    @NotEmpty Set<@NotNull String> scopes,
    @Nullable @Min(1) @Max(ApiTokens.MAX_DAYS) Integer days) {}
