package dev.signalbox.dashboard;

import java.util.List;

/**
 * Somebody whom tasks wait for, with what they owe, as the blockers page groups it.
 *
 * @param causes the first of them; {@code more} are not shown
 */
public record PartyRow(
    String name, String headline, int holds, int alone, List<CauseRow> causes, int more) {}
