package dev.signalbox.importer.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets {@code curl --data-binary} send a document as it is: its default content type is that of a
 * form, and whoever asks such a request for a parameter makes the container eat the body. Opening
 * the stream first stops that; the type becomes that of plain bytes.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RawBodyFilter extends OncePerRequestFilter {

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String type = request.getContentType();
    return type == null
        || !type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
        || !isDocument(request.getMethod(), request.getRequestURI());
  }

  private static boolean isDocument(String method, String path) {
    return switch (method) {
      case "POST" -> path.matches("/api/v1/projects/[^/]{1,80}/imports");
      case "PUT" -> path.matches("/api/v1/projects/[^/]{1,80}/plan-(?:archive|files/.{1,1000})");
      default -> false;
    };
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    request.getInputStream();
    chain.doFilter(new PlainBytes(request), response);
  }

  private static final class PlainBytes extends HttpServletRequestWrapper {

    private static final String TYPE = MediaType.APPLICATION_OCTET_STREAM_VALUE;

    PlainBytes(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getContentType() {
      return TYPE;
    }

    @Override
    public @Nullable String getHeader(String name) {
      return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name) ? TYPE : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name)
          ? Collections.enumeration(Collections.singletonList(TYPE))
          : super.getHeaders(name);
    }
  }
}
