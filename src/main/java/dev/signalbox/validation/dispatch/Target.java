package dev.signalbox.validation.dispatch;

/** A kind of receiver. Never throws for what the receiver does; bounded in time and bytes. */
public interface Target {

  Answer send(Dispatch dispatch);
}
