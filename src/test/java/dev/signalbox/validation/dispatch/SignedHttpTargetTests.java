package dev.signalbox.validation.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLProtocolException;
import org.junit.jupiter.api.Test;

class SignedHttpTargetTests {

  @Test
  void putsOffOnlyWhereNoConnectionCameToBe() {
    for (IOException before :
        List.of(
            new ConnectException("refused"),
            new HttpConnectTimeoutException("slow"),
            new SSLHandshakeException("certificate"))) {
      assertThat(SignedHttpTarget.failure(before)).isInstanceOf(Answer.Postponed.class);
    }
  }

  @Test
  void knowsNothingOfACallThatBrokeLater() {
    for (IOException later :
        List.of(
            new SSLException("closed"),
            new SSLProtocolException("record"),
            new HttpTimeoutException("slow"),
            new IOException("reset"))) {
      assertThat(SignedHttpTarget.failure(later)).isInstanceOf(Answer.Ambiguous.class);
    }
    assertThat(SignedHttpTarget.failure(null)).isInstanceOf(Answer.Ambiguous.class);
  }
}
