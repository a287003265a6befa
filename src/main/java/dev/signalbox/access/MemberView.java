package dev.signalbox.access;

import java.util.Set;

/** One person's roles in one project. */
public record MemberView(String username, String displayName, Set<Role> roles) {}
