/**
 * What was asked, said and decided at gates: the tables that only grow, read and written by SQL.
 */
@NullMarked
package dev.signalbox.gate.ledger;

import org.jspecify.annotations.NullMarked;
