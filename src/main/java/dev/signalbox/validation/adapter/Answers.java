package dev.signalbox.validation.adapter;

import dev.signalbox.validation.adapter.Reply.Answered;
import dev.signalbox.validation.dispatch.Answer;
import dev.signalbox.validation.dispatch.Sighting;
import java.time.Instant;
import java.util.function.Function;

/** What replies mean, where an adapter does not know better. */
final class Answers {

  private Answers() {}

  /**
   * Of a call that begins work.
   *
   * @param taken reads a good answer
   */
  static Answer of(Reply reply, Instant now, Function<Answered, Answer> taken) {
    return switch (reply) {
      case Reply.Forbidden forbidden ->
          new Answer.Refused("TARGET_FORBIDDEN", forbidden.words(), false);
      case Reply.NotSent unsent -> new Answer.Postponed(unsent.words(), unsent.pause());
      case Reply.Broken broken -> new Answer.Ambiguous(broken.words());
      case Answered answered -> answered.isGood() ? taken.apply(answered) : refusal(answered, now);
    };
  }

  private static Answer refusal(Answered answer, Instant now) {
    String words = "the target answered " + answer.status() + Found.message(answer.body());
    if (AskedWait.isLimited(answer, now)) {
      return new Answer.Postponed(words, AskedWait.of(answer, now).orElse(null));
    }
    return switch (answer.status()) {
      case 503 -> unavailable(answer, words, now);
      case 400, 401, 403, 404, 410, 422 -> new Answer.Refused("REFUSED", words, false);
      default ->
          answer.status() >= 500
              ? new Answer.Ambiguous(words)
              : new Answer.Refused("REFUSED", words, answer.status() >= 400);
    };
  }

  /** A proxy says 503 too, of a call that its upstream may have taken; it names no wait. */
  private static Answer unavailable(Answered answer, String words, Instant now) {
    return answer.headers().firstValue("Retry-After").isPresent()
        ? new Answer.Postponed(words, AskedWait.of(answer, now).orElse(null))
        : new Answer.Ambiguous(words);
  }

  /** Whether the target has heard it, for well or ill; else it may be said again. */
  static boolean isDelivered(Reply reply) {
    return reply instanceof Answered answered
        && answered.status() != 429
        && answered.status() < 500;
  }

  /** Of a look that showed nothing. */
  static Sighting unseen(Reply reply, Instant now) {
    return switch (reply) {
      case Reply.Forbidden forbidden -> new Sighting.Unseen(forbidden.words(), null);
      case Reply.NotSent unsent -> new Sighting.Unseen(unsent.words(), unsent.pause());
      case Reply.Broken broken -> new Sighting.Unseen(broken.words(), null);
      case Answered answered ->
          new Sighting.Unseen(
              "the target answered " + answered.status() + " to a look",
              AskedWait.of(answered, now).orElse(null));
    };
  }
}
