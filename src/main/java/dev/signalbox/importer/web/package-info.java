/** Imports over HTTP. */
@NullMarked
package dev.signalbox.importer.web;

import org.jspecify.annotations.NullMarked;
