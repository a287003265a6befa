package dev.signalbox.importer.reading;

/** Plans in German. */
final class German {

  private static final String COLUMNS =
      """
      KEY = kennung, schlüssel, aufgaben id, ticket nr, vorgangsnummer, aufgabennummer, kürzel, ap, ap nr, paketnummer
      NUMBER = nummer, lfd nr, nr, pos, position, lfd
      STATE = stand, zustand, fortschritt, erledigt, bearbeitungsstand, bearbeitungsstatus
      TASK = aufgabe, aufgaben, arbeitspaket, arbeitspakete, vorgang, maßnahme, maßnahmen, todo, tätigkeit, aktion, teilaufgabe, anforderung
      TEXT = beschreibung, titel, bezeichnung, name, was, inhalt, thema der aufgabe, kurzbeschreibung, funktion, gegenstand
      OWNERS = verantwortlich, verantwortliche, verantwortlicher, zuständig, zuständige, zuständigkeit, bearbeiter, bearbeiterin, wer, besitzer, ansprechpartner, eigentümer, verantwortung, zugewiesen, zugewiesen an
      SOURCE = quelle
      DEPENDS_ON = abhängigkeiten, abhängigkeit, abhängig von, hängt ab von, voraussetzung, voraussetzungen, vorgänger, benötigt, blockiert durch, vorbedingung, vorbedingungen
      DEPENDS_IN_PROSE = nächster schritt, nächste schritte
      REASON = grund, hindernis, blocker, blockiert weil, hinderungsgrund
      DATE = datum, aktualisiert, zuletzt aktualisiert, wann, stand vom, geändert
      STARTED = beginn, begonnen, startdatum, angefangen
      ENDED = ende, beendet, abgeschlossen am, fertig am, erledigt am, enddatum
      DUE = fällig, fällig am, frist, termin, zieltermin, bis, bis wann, woche, etappe, meilenstein, zeitraum, dauer
      PRIORITY = priorität, prio, dringlichkeit, wichtigkeit
      ESTIMATE = aufwand, schätzung, punkte, stunden, größe, story punkte, personentage, pt
      UPDATE = ereignis, eintrag, änderung, verlauf
      NOTE = bemerkung, bemerkungen, anmerkung, anmerkungen, notiz, notizen, kommentar, hinweis, hinweise, spezifikation, ergebnis, akzeptanzkriterien
      SYMBOL = symbol, zeichen, kürzel status
      MEANING = bedeutung, heißt, erklärung
      FROM = von
      TO = nach
      NO_TASK = phase, risiko, wahrscheinlichkeit, auswirkung, gegenmaßnahme, entscheidung, begründung, kennzahl, messwert, thema, frage, rolle, begriff, annahme
      """;

  private static final String STATES =
      """
      TODO = offen, ausstehend, geplant, nicht begonnen, noch nicht begonnen, neu, zu erledigen, bereit, anstehend, vorgesehen, noch offen, zu tun, ungeplant, zurückgestellt, entwurf, nicht gestartet, eingeplant
      DOING = in arbeit, in bearbeitung, laufend, läuft, begonnen, angefangen, gestartet, aktiv, in prüfung, im test, in umsetzung, teilweise, teilweise erledigt, in entwicklung, im review, in review, im gange, fast fertig, unterwegs
      BLOCKED = blockiert, wartet, wartend, pausiert, gesperrt, hängt, angehalten, wartet auf, verhindert, ruht
      DONE = erledigt, fertig, abgeschlossen, beendet, umgesetzt, geschlossen, gelöst, geliefert, ausgeliefert, fertiggestellt, abgenommen, vollständig, getan, behoben, veröffentlicht
      CANCELLED = abgebrochen, verworfen, gestrichen, storniert, entfällt, entfallen, hinfällig, abgelehnt, überholt
      """;

  private static final String SECTIONS =
      """
      LOG = protokoll, verlauf, änderungsprotokoll, arbeitsprotokoll
      RISKS = entscheidungen und risiken, entscheidungen & risiken, risiken und entscheidungen, risiken
      """;

  static final Vocabulary WORDS =
      Vocabulary.of(
          COLUMNS,
          STATES,
          SECTIONS,
          "keine, keiner, nein, entfällt, nichts, offen, niemand, ohne",
          "aufgaben, arbeitspakete, pakete, tickets, punkte, vorgänge, themen, maßnahmen");

  private German() {}
}
