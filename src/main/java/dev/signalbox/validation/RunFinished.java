package dev.signalbox.validation;

import dev.signalbox.plan.ProjectKey;
import dev.signalbox.report.Outcome;

/** Published in the transaction in which a run reaches its end. */
public record RunFinished(ProjectKey project, JobKey job, long runNumber, Outcome outcome) {}
