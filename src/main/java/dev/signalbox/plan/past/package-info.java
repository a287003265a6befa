/** The plan as it was: the present, walked back over the timeline. */
@NullMarked
package dev.signalbox.plan.past;

import org.jspecify.annotations.NullMarked;
