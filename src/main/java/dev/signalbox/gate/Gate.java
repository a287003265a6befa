package dev.signalbox.gate;

import dev.signalbox.plan.ProjectKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.ColumnTransformer;

/** A gate as people last defined it. Whether it is open is never stored here: that is decided. */
@Entity
@Table(name = "gate")
class Gate {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String project;
  private String key;
  private String name;

  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "cast(? as jsonb)")
  private String scope;

  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "cast(? as jsonb)")
  private String requirements;

  @Column(name = "policy_version")
  private long policyVersion;

  @Column(name = "last_edited_by")
  private String lastEditedBy;

  private boolean retired;

  @Version private long version;

  @SuppressWarnings("NullAway.Init")
  protected Gate() {}

  /** A new gate at its first policy version. */
  static Gate define(ProjectKey project, GateKey key, GateDefinition definition, String editor) {
    Gate gate = new Gate();
    gate.project = project.value();
    gate.key = key.value();
    gate.take(definition, editor);
    return gate;
  }

  /** Takes over another policy; what was approved under the old one is stale by that. */
  void edit(GateDefinition definition, String editor) {
    if (retired) {
      throw new IllegalStateException("a retired gate is not edited");
    }
    take(definition, editor);
  }

  /** Takes it out of use for ever; its decisions stay. */
  void retire() {
    retired = true;
  }

  private void take(GateDefinition definition, String editor) {
    name = definition.name();
    scope = PolicyJson.write(definition.scope());
    requirements = PolicyJson.write(definition.requirements());
    lastEditedBy = editor;
    policyVersion++;
  }

  long id() {
    return id;
  }

  long policyVersion() {
    return policyVersion;
  }

  GatePolicy policy(PolicyJson json) {
    return new GatePolicy(
        new ProjectKey(project),
        new GateKey(key),
        name,
        json.scope(scope),
        json.requirements(scope, requirements),
        policyVersion,
        lastEditedBy);
  }
}
