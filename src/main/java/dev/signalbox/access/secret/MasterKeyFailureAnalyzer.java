package dev.signalbox.access.secret;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line what to do about the master key, instead of a stack trace. */
final class MasterKeyFailureAnalyzer extends AbstractFailureAnalyzer<MasterKeyException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, MasterKeyException cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "Set signalbox.access.master-key (SIGNALBOX_ACCESS_MASTERKEY) to 32 random bytes in"
            + " base64, such as the output of: openssl rand -base64 32",
        cause);
  }
}
