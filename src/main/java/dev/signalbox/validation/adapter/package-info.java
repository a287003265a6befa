/**
 * The kinds of CI systems, each a small class over calls that are bounded in time, bytes, networks
 * and number. What their answers mean is written here and nowhere else.
 */
@NullMarked
package dev.signalbox.validation.adapter;

import org.jspecify.annotations.NullMarked;
