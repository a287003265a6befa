package dev.signalbox.dashboard.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param project key of the project in view, or null outside of one
 * @param live address of the project's event stream, or null
 * @param user who is signed in, or null
 */
public record Frame(
    @Nullable String project,
    @Nullable String live,
    @Nullable String user,
    List<Navigation.Item> items) {}
