package dev.signalbox.database;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the embedded PostgreSQL lives.
 *
 * @param directory data, password, log and (unless told otherwise) the unpacked binaries
 * @param binaries where the binaries are unpacked; the same directory if not given
 * @param patience how long one start, recovery or stop of the server may take
 */
@Validated
@ConfigurationProperties("signalbox.database")
record DatabaseSettings(
    @DefaultValue(".signalbox") @NotNull Path directory,
    @Nullable Path binaries,
    @DefaultValue("2m") @NotNull Duration patience) {

  Path absoluteDirectory() {
    return directory.toAbsolutePath().normalize();
  }

  Path binariesDirectory() {
    return binaries == null ? absoluteDirectory() : binaries.toAbsolutePath().normalize();
  }
}
