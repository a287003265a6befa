package dev.signalbox.webhook.apply;

import dev.signalbox.validation.ReportedResult;

/** What the bytes of a delivery mean. */
sealed interface Reading {

  /** Somebody reports on an attempt. */
  record Result(ReportedResult result) implements Reading {}

  /** Authentic, and nothing that we act on. */
  record Unwanted(String why) implements Reading {}

  /** Meant for us, but not in a form that can be believed. */
  record Unreadable(String why) implements Reading {}
}
