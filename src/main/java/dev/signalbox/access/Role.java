package dev.signalbox.access;

/** What somebody is in one project. A person may hold several; {@link #CI} is for machines only. */
public enum Role {
  VIEWER,
  CONTRIBUTOR,
  RELEASE_MANAGER,
  ADMIN,
  CI
}
