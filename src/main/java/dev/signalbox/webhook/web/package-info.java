/** HTTP: the hooks themselves, and what administrators see of them. */
@NullMarked
package dev.signalbox.webhook.web;

import org.jspecify.annotations.NullMarked;
