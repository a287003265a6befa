package dev.signalbox.webhook.inbox;

import dev.signalbox.webhook.signature.SentHeaders;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A call to a hook before anything of it is believed; the body is not read yet. */
public final class IncomingCall implements SentHeaders {

  private final HttpServletRequest request;

  public IncomingCall(HttpServletRequest request) {
    this.request = request;
  }

  @Override
  public List<String> all(String name) {
    return Collections.list(request.getHeaders(name));
  }

  @Nullable String header(String name) {
    return request.getHeader(name);
  }

  /** The declared length, or -1. */
  long declaredLength() {
    return request.getContentLengthLong();
  }

  /** The media type without parameters, in lower case; empty if none was sent. */
  String mediaType() {
    String type = request.getContentType();
    if (type == null) {
      return "";
    }
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  boolean isEncoded() {
    return all("Content-Encoding").stream()
        .anyMatch(encoding -> !encoding.strip().equalsIgnoreCase("identity"));
  }

  InputStream body() throws IOException {
    return request.getInputStream();
  }
}
