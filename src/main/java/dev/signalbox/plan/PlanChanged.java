package dev.signalbox.plan;

/** Published in the transaction of every change to a project's plan. */
public record PlanChanged(ProjectKey project, long version) {}
