package dev.signalbox.validation.adapter;

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

class CallsTests {

  @Test
  void provesThatNothingWasSentOnlyWhereNoConnectionCameToBe() {
    for (IOException before :
        List.of(
            new ConnectException("refused"),
            new HttpConnectTimeoutException("slow"),
            new SSLHandshakeException("certificate"))) {
      assertThat(Calls.failure(before)).isInstanceOf(Reply.NotSent.class);
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
      assertThat(Calls.failure(later)).isInstanceOf(Reply.Broken.class);
    }
    assertThat(Calls.failure(null)).isInstanceOf(Reply.Broken.class);
  }
}
