/** Notices over HTTP. */
@NullMarked
package dev.signalbox.notify.web;

import org.jspecify.annotations.NullMarked;
