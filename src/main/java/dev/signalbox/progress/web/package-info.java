/** Progress over HTTP. */
@NullMarked
package dev.signalbox.progress.web;

import org.jspecify.annotations.NullMarked;
