package dev.signalbox.plan.task;

/** A place in the order of a sprint. */
public record SprintPlace(String sprint, int position) {}
