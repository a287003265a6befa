package dev.signalbox.importer.reading;

/** Plans in Spanish, accents written or not. */
final class Spanish {

  private static final String COLUMNS =
      """
      KEY = identificador, clave, código, codigo, id tarea, referencia
      NUMBER = n, nº, n.º, núm, num, número, numero, orden
      STATE = estado, estatus, situación, situacion, avance, progreso, estado actual
      TASK = tarea, tareas, historia, historia de usuario, elemento, acción, accion, entregable, funcionalidad, actividad, subtarea, paquete de trabajo, trabajo, requisito
      TEXT = descripción, descripcion, título, titulo, nombre, qué, resumen, detalle, concepto, contenido
      OWNERS = responsable, responsables, dueño, dueno, asignado, asignado a, asignada a, equipo, quién, quien, encargado, encargada, propietario, a cargo
      SOURCE = fuente, origen
      DEPENDS_ON = depende de, dependencias, dependencia, requisitos previos, prerrequisitos, prerequisitos, bloqueado por, requiere, necesita, predecesora, predecesoras, predecesor
      DEPENDS_IN_PROSE = siguiente paso, próximo paso, proximo paso, próximos pasos
      REASON = motivo, razón, razon, bloqueo, causa, motivo del bloqueo
      DATE = fecha, actualizado, última actualización, ultima actualizacion, cuándo, cuando
      STARTED = inicio, fecha de inicio, comenzado, empezado
      ENDED = fin, fecha de fin, terminado el, cierre, fecha de cierre
      DUE = vencimiento, fecha límite, fecha limite, plazo, entrega, previsto, prevista, ronda, semana, hito, duración, duracion, iteración
      PRIORITY = prioridad, urgencia, importancia
      ESTIMATE = estimación, estimacion, puntos, esfuerzo, horas, tamaño, complejidad, días
      UPDATE = evento, entrada, cambio, actualización, actualizacion, novedad
      NOTE = nota, notas, comentario, comentarios, observación, observacion, observaciones, resultado, criterios de aceptación, criterios de aceptacion
      SYMBOL = símbolo, simbolo, icono
      MEANING = significado, leyenda, uso
      FROM = desde
      TO = hacia, hasta
      NO_TASK = riesgo, probabilidad, mitigación, mitigacion, decisión, decision, justificación, métrica, metrica, fase, pregunta, rol, tema, indicador, archivo de arranque, equipo chat
      """;

  private static final String STATES =
      """
      TODO = por hacer, pendiente, pendientes, abierto, abierta, planificado, planificada, planeado, nuevo, nueva, listo para empezar, lista para empezar, sin empezar, no iniciado, no iniciada, sin iniciar, no empezado, por iniciar, entrada, bandeja de entrada, asignado, asignada, programado, borrador, aplazado, por empezar, lista para desarrollo, listo para desarrollo
      DOING = en progreso, en curso, en proceso, haciendo, iniciado, iniciada, empezado, empezada, en revisión, en revision, por revisar, en pruebas, activo, activa, en desarrollo, parcial, en marcha, en ejecución, en ejecucion, en validación, casi listo, necesita revisión
      BLOCKED = bloqueado, bloqueada, bloqueados, bloqueadas, en espera, esperando, detenido, detenida, pausado, pausada, a la espera, a la espera de, espera, parado, parada, suspendido
      DONE = hecho, hecha, hechas, hechos, terminado, terminada, completado, completada, completo, completa, cerrado, cerrada, finalizado, finalizada, listo, lista, entregado, entregada, resuelto, resuelta, acabado, validado, validada, realizado, concluido, concluida, publicado
      CANCELLED = cancelado, cancelada, descartado, descartada, abandonado, abandonada, anulado, anulada, rechazado, obsoleto, eliminado
      """;

  private static final String SECTIONS =
      """
      LOG = registro, bitácora, bitacora, historial, registro de ejecución
      RISKS = decisiones y riesgos, riesgos y decisiones, riesgos
      """;

  static final Vocabulary WORDS =
      Vocabulary.of(
          COLUMNS,
          STATES,
          SECTIONS,
          "ninguno, ninguna, no, nada, sin, nadie, por definir, no aplica",
          "tareas, historias, elementos, acciones, tickets, entregables");

  private Spanish() {}
}
