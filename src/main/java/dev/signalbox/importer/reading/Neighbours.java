package dev.signalbox.importer.reading;

/** The plainest words of Portuguese, Italian, Dutch, Polish, Japanese and Korean plans. */
final class Neighbours {

  private static final String COLUMNS =
      """
      KEY = identificativo, sleutel, klucz, 課題番号, チケット
      NUMBER = nr, numer, nummer, 番号, 번호
      STATE = estado, situação, stato, toestand, stan, 状態, ステータス, 상태
      TASK = tarefa, atividade, compito, attività, taak, zadanie, タスク, 課題, 작업
      TEXT = descrição, descrizione, omschrijving, beschrijving, opis, tytuł, título, titolo, 内容, 説明, 설명, 제목
      OWNERS = responsável, responsabile, assegnato a, verantwoordelijk, eigenaar, odpowiedzialny, właściciel, 担当, 担当者, 담당자, 담당
      DEPENDS_ON = dependências, depende de, dipende da, dipendenze, afhankelijk van, afhankelijkheden, zależy od, zależności, 依存, 依存関係, 의존성
      DATE = data, datum, 日付, 更新日, 날짜
      DUE = prazo, scadenza, termin, 期限, 기한
      PRIORITY = prioridade, priorità, prioriteit, priorytet, 優先度, 우선순위
      ESTIMATE = estimativa, stima, inschatting, 見積, 見積もり
      NOTE = notas, observações, note, opmerkingen, uwagi, 備考, メモ, 비고
      REASON = motivo, reden, powód, 理由
      """;

  private static final String STATES =
      """
      TODO = a fazer, por fazer, pendente, não iniciado, não iniciada, da fare, non iniziato, non iniziata, te doen, niet gestart, do zrobienia, nie rozpoczęte, 未着手, 未対応, 할 일, 대기
      DOING = em andamento, em progresso, in corso, bezig, in uitvoering, w toku, w trakcie, 進行中, 対応中, 作業中, 진행 중, 진행중
      BLOCKED = bloqueado, bloqueada, bloccato, bloccata, in attesa, geblokkeerd, zablokowane, wstrzymane, ブロック, 保留, 차단
      DONE = feito, feita, concluído, concluída, fatto, fatta, completato, completata, klaar, gedaan, voltooid, gotowe, zrobione, ukończone, 完了, 済, 対応済み, 완료
      CANCELLED = cancelado, annullato, annullata, geannuleerd, anulowane, 中止, 取消, 취소
      """;

  private static final String SECTIONS =
      """
      RISKS = riscos, rischi, risico's, ryzyka
      """;

  static final Vocabulary WORDS =
      Vocabulary.of(
          COLUMNS,
          STATES,
          SECTIONS,
          "nenhum, nenhuma, nessuno, nessuna, geen, brak, なし, 없음",
          "tarefas, attività, taken, zadania, タスク");

  private Neighbours() {}
}
