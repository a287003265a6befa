package dev.signalbox.wire.web;

import dev.signalbox.wire.RequestId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request its id: the caller's where that is sane, else a fresh one. */
final class RequestIdFilter extends OncePerRequestFilter {

  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,63}");
  private static final int RANDOM_BYTES = 12;
  private static final String ATTRIBUTE = RequestIdFilter.class.getName() + ".id";

  private final RandomGenerator random;

  RequestIdFilter(RandomGenerator random) {
    this.random = random;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String id = idOf(request);
    request.setAttribute(ATTRIBUTE, id);
    response.setHeader(RequestId.HEADER, id);
    MDC.put(RequestId.MDC_KEY, id);
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove(RequestId.MDC_KEY);
    }
  }

  private String idOf(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String known) {
      return known;
    }
    @Nullable String sent = request.getHeader(RequestId.HEADER);
    if (sent != null && SANE.matcher(sent).matches()) {
      return sent;
    }
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }
}
