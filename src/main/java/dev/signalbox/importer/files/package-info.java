/** Archives of plan files, opened in memory under hard limits. Pure. */
@NullMarked
package dev.signalbox.importer.files;

import org.jspecify.annotations.NullMarked;
