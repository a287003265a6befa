package dev.signalbox.access.secret;

import dev.signalbox.access.AccessSettings;
import dev.signalbox.access.SecretBox;
import dev.signalbox.timeline.Ids;
import java.nio.file.Path;
import java.util.Base64;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Finds the master key: from the settings, or with the embedded database from its key file. */
@Configuration(proxyBeanMethods = false)
class MasterKey {

  @Bean
  SecretBox secretBox(AccessSettings settings, Environment environment, Ids ids) {
    String configured = settings.masterKey();
    if (configured != null) {
      return new SecretBox(decode(configured, "signalbox.access.master-key"), ids);
    }
    if (StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
      throw new MasterKeyException(
          "signalbox.access.master-key is missing; with your own database it must be set.");
    }
    String directory = environment.getProperty("signalbox.database.directory", ".signalbox");
    return new SecretBox(new KeyFile(Path.of(directory, "master.key"), ids).readOrMake(), ids);
  }

  static byte[] decode(String text, String origin) {
    try {
      byte[] key = Base64.getDecoder().decode(text);
      if (key.length == SecretBox.KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException _) {
      // Falls through: the text itself must not be shown.
    }
    throw new MasterKeyException(origin + " does not hold 32 bytes in base64.");
  }
}
