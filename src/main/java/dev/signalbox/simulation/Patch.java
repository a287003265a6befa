package dev.signalbox.simulation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.TargetKey;
import dev.signalbox.plan.TaskCommand;
import dev.signalbox.plan.TaskKey;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing supposed of a plan. Each does to the copy what the verb of the same name does to the
 * plan; who supposes need not give reasons.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Patch.Start.class, name = "start"),
  @JsonSubTypes.Type(value = Patch.Finish.class, name = "finish"),
  @JsonSubTypes.Type(value = Patch.Cancel.class, name = "cancel"),
  @JsonSubTypes.Type(value = Patch.Reopen.class, name = "reopen"),
  @JsonSubTypes.Type(value = Patch.Block.class, name = "block"),
  @JsonSubTypes.Type(value = Patch.Unblock.class, name = "unblock"),
  @JsonSubTypes.Type(value = Patch.AddDependency.class, name = "add-dependency"),
  @JsonSubTypes.Type(value = Patch.DropDependency.class, name = "drop-dependency"),
  @JsonSubTypes.Type(value = Patch.CloseExternal.class, name = "close-external"),
  @JsonSubTypes.Type(value = Patch.RevokeExternal.class, name = "revoke-external"),
  @JsonSubTypes.Type(value = Patch.Delay.class, name = "delay"),
  @JsonSubTypes.Type(value = Patch.WaiveSprint.class, name = "waive-sprint")
})
public sealed interface Patch {

  /** What is stated where the verb asks for words and the supposition has none. */
  String REASON = "as simulated";

  /** What it is about: the key of a task, an external item or a sprint. */
  String key();

  /** A patch of one task. */
  sealed interface OfTask extends Patch {
    TaskKey task();

    /** The command that would do to the plan what this does to the copy. */
    TaskCommand command();

    @Override
    default String key() {
      return task().value();
    }
  }

  /** A patch of one external item. */
  sealed interface OfExternal extends Patch {
    TargetKey external();

    @Override
    default String key() {
      return external().value();
    }
  }

  /** Somebody works on it. */
  record Start(@NotNull TaskKey task) implements OfTask {
    @Override
    public TaskCommand command() {
      return new TaskCommand.Start();
    }
  }

  /** It is done, whatever holds it now. */
  record Finish(@NotNull TaskKey task) implements OfTask {
    @Override
    public TaskCommand command() {
      return new TaskCommand.Finish(REASON);
    }
  }

  /** It is not needed; what depends on it stays held. */
  record Cancel(@NotNull TaskKey task) implements OfTask {
    @Override
    public TaskCommand command() {
      return new TaskCommand.Cancel(REASON);
    }
  }

  /** It is not ended after all. */
  record Reopen(@NotNull TaskKey task) implements OfTask {
    @Override
    public TaskCommand command() {
      return new TaskCommand.Reopen();
    }
  }

  /**
   * It is held for one reason more.
   *
   * @param awaits key of what is awaited, or null if it is only in words
   */
  record Block(
      @NotNull TaskKey task,
      @Nullable BlockerClass kind,
      @NotBlank String reason,
      @Nullable TargetKey awaits)
      implements OfTask {
    @Override
    public TaskCommand command() {
      return new TaskCommand.Block(
          kind == null ? BlockerClass.DECISION : kind, reason, awaits, null);
    }
  }

  /**
   * A blocker of it holds no more; without {@code blocker} none does. With the last one a task goes
   * back to what it was before it was blocked.
   */
  record Unblock(@NotNull TaskKey task, @Nullable Long blocker) implements OfTask {
    @Override
    public TaskCommand command() {
      return new TaskCommand.Unblock(blocker, REASON);
    }
  }

  /** It waits for this key too. */
  record AddDependency(@NotNull TaskKey task, @NotNull TargetKey target) implements OfTask {
    @Override
    public TaskCommand command() {
      return new TaskCommand.AddDependency(target);
    }
  }

  /** It waits for this key no more. */
  record DropDependency(@NotNull TaskKey task, @NotNull TargetKey target) implements OfTask {
    @Override
    public TaskCommand command() {
      return new TaskCommand.RemoveDependency(target);
    }
  }

  /** What lies outside is there. */
  record CloseExternal(@NotNull TargetKey external) implements OfExternal {}

  /** What lies outside is not there after all. */
  record RevokeExternal(@NotNull TargetKey external) implements OfExternal {}

  /** What lies outside comes on another day. */
  record Delay(@NotNull TargetKey external, @NotNull LocalDate expectedOn) implements OfExternal {}

  /** A sprint need not wait for another one; {@code name} as the sprint's document wrote it. */
  record WaiveSprint(@NotNull String sprint, @NotNull String name) implements Patch {
    @Override
    public String key() {
      return sprint;
    }
  }
}
