import { json, type Database } from '@duly/postgres';
import {
  incomingAudited,
  incomingChanged,
  selectIncoming,
  selectItem,
  type Incoming,
  type IncomingDecision,
  type IncomingItem,
  type ItemFound,
  type ItemJudged,
} from './incoming-row.js';

/** What a person decides of a package that came, item by item, and what is done of it. */
export class Assessing {
  constructor(private readonly database: Database) {}

  /** Out of quarantine: a person assesses it, item by item. */
  toAssess(incomingId: string, items: readonly ItemFound[], by: string): Promise<void> {
    return this.database.inTransaction(async sql => {
      const moved = await sql.change(
        `UPDATE register.incoming SET state = 'to-assess', waits_for = NULL, examined_by = $2, examined_at = now()
         WHERE incoming_id = $1 AND state = 'received'`,
        [incomingId, by],
      );
      if (moved === 0) return;
      await sql.change(
        `INSERT INTO register.incoming_item (item_id, incoming_id, number, kind, path, media_type, bytes, records, described)
         SELECT "itemId", $1, number, kind, path, "mediaType", bytes, records, described FROM jsonb_to_recordset($2::jsonb)
           AS item("itemId" uuid, number int, kind text, path text, "mediaType" text, bytes bigint, records int, described uuid)`,
        [incomingId, json(items)],
      );
      await incomingAudited(sql, 'PackageExamined', 'time', incomingId, { items: items.length });
    });
  }

  items(incomingId: string): Promise<readonly IncomingItem[]> {
    return this.database.query<IncomingItem>(`${selectItem} WHERE incoming_id = $1 ORDER BY number`, [
      incomingId,
    ]);
  }

  /** @returns false where the package is decided, or has no such item */
  judge(incomingId: string, itemId: string, judged: ItemJudged, by: string): Promise<boolean> {
    const { decision, because, otherPeople, otherPeopleBasis, words } = judged;
    return this.database.inTransaction(async sql => {
      const changed = await sql.change(
        `UPDATE register.incoming_item i SET decision = $3, because = $4, other_people = $5, other_people_basis = $6, words = $7,
           decided_by = $8, decided_at = now()
         FROM register.incoming p WHERE p.incoming_id = i.incoming_id AND p.state = 'to-assess' AND i.incoming_id = $1 AND i.item_id = $2`,
        [incomingId, itemId, decision, because, otherPeople, otherPeopleBasis, words, by],
      );
      if (changed === 0) return false;
      const detail = { item: itemId, decision, because, otherPeople };
      await incomingAudited(sql, 'IncomingItemJudged', by, incomingId, detail);
      return true;
    });
  }

  /** @returns false where it is decided already, or an item of what is accepted is not */
  decide(
    incomingId: string,
    { state, decisionWords, basis }: IncomingDecision,
    by: string,
  ): Promise<boolean> {
    return incomingChanged(
      this.database,
      `UPDATE register.incoming p SET state = $2, decision_words = $3, basis = $4, decided_by = $5, decided_at = now()
       WHERE incoming_id = $1 AND state = 'to-assess' AND ($2 = 'rejected' OR NOT EXISTS (
         SELECT 1 FROM register.incoming_item i WHERE i.incoming_id = p.incoming_id AND i.decision IS NULL))`,
      [incomingId, state, decisionWords, basis, by],
      state === 'accepted' ? 'PackageAccepted' : 'PackageRejected',
      by,
    );
  }

  /** Taken over: from now on it lies by itself. */
  async itemKept(incomingId: string, itemId: string, documentId: string): Promise<void> {
    await this.database.change(
      'UPDATE register.incoming_item SET document_id = $3 WHERE incoming_id = $1 AND item_id = $2 AND document_id IS NULL',
      [incomingId, itemId, documentId],
    );
  }

  /** Decided, and not yet carried out: kept items are to be taken over and the rest destroyed. */
  toSettle(most: number): Promise<readonly Incoming[]> {
    return this.database.query<Incoming>(
      `${selectIncoming} WHERE destroyed_at IS NULL AND ((state IN ('rejected', 'refused') AND (letter IS NOT NULL OR because = 'hash-differs'))
         OR (state = 'accepted' AND EXISTS (SELECT 1 FROM register.incoming_part t WHERE t.incoming_id = incoming.incoming_id)))
       ORDER BY announced_at LIMIT $1`,
      [most],
    );
  }

  /** Taken over so many seconds ago: by now it is where it is used, and this copy has had its day. */
  toDestroy(keptFor: number, most: number): Promise<readonly Incoming[]> {
    return this.database.query<Incoming>(
      `${selectIncoming} WHERE state = 'accepted' AND destroyed_at IS NULL AND letter IS NOT NULL
         AND decided_at <= now() - make_interval(secs => $1) ORDER BY decided_at LIMIT $2`,
      [keptFor, most],
    );
  }

  /** What is not kept is gone, and the record says what it was. */
  restDeleted(incomingId: string): Promise<void> {
    return this.database.inTransaction(async sql => {
      const deleted = await sql.query<{ itemId: string; because: string }>(
        `UPDATE register.incoming_item SET deleted_at = now() WHERE incoming_id = $1 AND decision = 'delete' AND deleted_at IS NULL
         RETURNING item_id AS "itemId", because`,
        [incomingId],
      );
      await sql.change('DELETE FROM register.incoming_part WHERE incoming_id = $1', [incomingId]);
      for (const { itemId, because } of deleted)
        await incomingAudited(sql, 'IncomingItemDeleted', 'time', incomingId, { item: itemId, because });
    });
  }

  /** Everything of it is gone, its key before all; the record stays. */
  destroyed(incomingId: string): Promise<void> {
    return this.database.inTransaction(async sql => {
      const done = await sql.change(
        'UPDATE register.incoming SET destroyed_at = now() WHERE incoming_id = $1 AND destroyed_at IS NULL',
        [incomingId],
      );
      if (done === 0) return;
      await sql.change('DELETE FROM register.incoming_part WHERE incoming_id = $1', [incomingId]);
      await sql.change(
        'UPDATE register.incoming_item SET deleted_at = coalesce(deleted_at, now()) WHERE incoming_id = $1',
        [incomingId],
      );
      await incomingAudited(sql, 'IncomingDestroyed', 'time', incomingId);
    });
  }

  /** Decided, and the person is still to be told. */
  toTell(most: number): Promise<readonly Incoming[]> {
    return this.database.query<Incoming>(
      `${selectIncoming} WHERE (state IN ('accepted', 'rejected') OR (state = 'refused' AND because <> 'hash-differs'))
         AND letter IS NULL AND destroyed_at IS NULL ORDER BY coalesce(decided_at, examined_at) LIMIT $1`,
      [most],
    );
  }

  /** @param outcome of the letter */
  told(incomingId: string, outcome: string): Promise<boolean> {
    return incomingChanged(
      this.database,
      'UPDATE register.incoming SET letter = $2, letter_at = now() WHERE incoming_id = $1 AND letter IS NULL',
      [incomingId, outcome],
      'PersonToldOfPackage',
      'post',
      { outcome },
    );
  }
}
