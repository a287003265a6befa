package dev.signalbox.timeline;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the live stream once a transaction that wrote entries has committed; once each. */
@Component
class AfterCommit {

  private final LiveReader reader;
  private final Notices notices;

  AfterCommit(LiveReader reader, Notices notices) {
    this.reader = reader;
    this.notices = notices;
  }

  void arm() {
    if (TransactionSynchronizationManager.hasResource(this)) {
      return;
    }
    bind();
    TransactionSynchronizationManager.registerSynchronization(new Wake());
  }

  private void bind() {
    TransactionSynchronizationManager.bindResource(this, true);
  }

  private void unbind() {
    TransactionSynchronizationManager.unbindResource(this);
  }

  private final class Wake implements TransactionSynchronization {

    @Override
    public void suspend() {
      unbind();
    }

    @Override
    public void resume() {
      bind();
    }

    @Override
    public void afterCommit() {
      reader.wake();
      notices.send();
    }

    @Override
    public void afterCompletion(int status) {
      unbind();
    }
  }
}
