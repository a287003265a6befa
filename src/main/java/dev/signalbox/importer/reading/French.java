package dev.signalbox.importer.reading;

/** Plans in French. */
final class French {

  private static final String COLUMNS =
      """
      KEY = identifiant, clé, réf, référence, id tâche, code tâche
      NUMBER = n, n°, no, numéro, num, nº, ordre
      STATE = état, statut, avancement, progression, statut actuel, état actuel
      TASK = tâche, tâches, récit, user story, élément, action, actions, lot, livrable, fonctionnalité, chantier, sous tâche, activité, travail
      TEXT = description, titre, intitulé, libellé, nom, quoi, objet, résumé, contenu, désignation
      OWNERS = responsable, responsables, porteur, pilote, assigné, assigné à, attribué à, équipe, qui, propriétaire, en charge, affecté à, affectation, acteur
      SOURCE = origine
      DEPENDS_ON = dépend de, dépendances, dépendance, prérequis, pré requis, bloqué par, nécessite, requiert, prédécesseur, prédécesseurs
      DEPENDS_IN_PROSE = prochaine étape, prochaines étapes
      REASON = motif, raison, blocage, raison du blocage, point bloquant
      DATE = date, mis à jour, mise à jour, dernière mise à jour, quand
      STARTED = début, commencé, date de début
      ENDED = fin, terminé le, date de fin, achevé le
      DUE = échéance, date limite, délai, prévu, date prévue, livraison, semaine, jalon, durée
      PRIORITY = priorité, urgence, importance
      ESTIMATE = estimation, charge, effort, heures, taille, complexité, jours
      UPDATE = événement, entrée, changement, modification
      NOTE = remarque, remarques, commentaire, commentaires, notes, observation, observations, critères d'acceptation, résultat
      SYMBOL = symbole, icône
      MEANING = signification, sens, légende
      FROM = de, depuis
      TO = vers
      NO_TASK = risque, probabilité, décision, justification, indicateur, phase, question, rôle, thème, hypothèse, mesure
      """;

  private static final String STATES =
      """
      TODO = à faire, a faire, ouvert, ouverte, planifié, planifiée, non commencé, non commencée, pas commencé, pas commencée, nouveau, nouvelle, prêt, prête, à venir, prévu, prévue, non démarré, non démarrée, pas démarré, à planifier, à commencer, en attente de démarrage, reporté, brouillon
      DOING = en cours, commencé, commencée, démarré, démarrée, en revue, en test, en relecture, actif, active, partiel, partielle, en développement, en cours de réalisation, en validation, presque terminé, à relire
      BLOCKED = bloqué, bloquée, en attente, en attente de, suspendu, suspendue, en pause, à l'arrêt, attend
      DONE = fait, faite, terminé, terminée, fini, finie, achevé, achevée, clos, close, livré, livrée, résolu, résolue, fermé, fermée, validé, validée, réalisé, réalisée, accompli, complété, complet
      CANCELLED = annulé, annulée, abandonné, abandonnée, rejeté, rejetée, supprimé, obsolète
      """;

  private static final String SECTIONS =
      """
      LOG = journal, journal d'exécution, historique
      RISKS = décisions et risques, risques et décisions, risques
      """;

  static final Vocabulary WORDS =
      Vocabulary.of(
          COLUMNS,
          STATES,
          SECTIONS,
          "aucun, aucune, non, rien, néant, sans, personne, à définir",
          "tâches, éléments, actions, lots, récits, tickets");

  private French() {}
}
