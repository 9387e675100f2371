import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { BundleQuery, CaseBundle } from '@duly/api-contract';
import { canonicalJson } from '@duly/audit';
import type { CaseEvent } from '@duly/case';
import {
  commandCommittedAs,
  committedAs,
  Register,
  type CaseProved,
  type LetterItem,
  type PlacedEntry,
  type RegisteredCase,
} from '@duly/register';
import { bundlesNamedIn } from '@duly/temporal';
import { isErased, letterCommittedAs, Vault, type CommittedUnder } from '@duly/vault';
import { CaseFiles } from '../cases/case-files.js';
import { CaseReads } from '../cases/case-reads.js';
import { caseView } from '../cases/case-view.js';
import { letterView } from '../cases/letter-view.js';
import { notYetThere } from '../commands/command-errors.js';
import type { Caller } from '../sign-in/caller.js';
import { StaffOfCalls } from '../staff/staff-of-calls.js';
import { signed } from './audit-reads.js';
import { AuditSigner } from './audit-signer.js';
import { CaseRuns } from './case-runs.js';
import { LettersShown } from './letters-shown.js';
import { pageInWords } from './page-in-words.js';

interface CaseLook {
  readonly found: RegisteredCase;
  readonly histories: readonly unknown[];
  readonly events: readonly CaseEvent[];
}

/** Heads before the bundle’s own that are proved with it: two days of hours. */
const mostEarlier = 48;
/** Looks at a case that moves so often before it is left for later. */
const looks = 5;

/** Makes the one file that proves a case, and records that it was made and what was in it. */
@Injectable()
export class BundleMaker {
  constructor(
    private readonly register: Register,
    private readonly reads: CaseReads,
    private readonly files: CaseFiles,
    private readonly vault: Vault,
    private readonly staff: StaffOfCalls,
    private readonly signer: AuditSigner,
    private readonly letters: LettersShown,
    private readonly runs: CaseRuns,
  ) {}

  /** @throws ApiError `no-such-case` · `history-gone` · `not-yet-there` · `log-changed` · `erased` · `archive-damaged` */
  async export(caller: Caller, caseId: string, { personalData }: BundleQuery): Promise<CaseBundle> {
    const by = await this.staff.idOf(caller);
    const record = await this.record(caseId);
    const proved = this.provedBy(record);
    const isPersonal = personalData === 'true';
    const contents = await this.contents(record, proved, by, isPersonal);
    const hash = createHash('sha256').update(canonicalJson(contents)).digest('hex');
    const { reference } = record.found;
    const detail = { reference, contents: hash, personalData: isPersonal };
    const number = await this.register.caseEntries.exported(proved, by, detail);
    return this.sealed(contents, number);
  }

  /** Row, events and histories of one moment: the row before and after is the same. */
  private async record(caseId: string): Promise<CaseLook> {
    let found = await this.reads.found(caseId);
    for (let look = 0; look < looks; look += 1) {
      const histories = (await this.runs.of(caseId)).map(({ history }) => history);
      const events = await this.files.eventsAfter(caseId, 0);
      const { version } = found;
      found = await this.reads.found(caseId);
      if (found.version === version && events.length === version) return { found, histories, events };
    }
    throw notYetThere(found.version);
  }

  private provedBy({ found, histories, events }: CaseLook): CaseProved {
    const { caseId, requestId, calendar, calendarVersion } = found;
    const changed = events.flatMap(event => (event.type === 'CalendarChanged' ? [event.calendar] : []));
    const calendars = [{ name: calendar, version: calendarVersion }, ...changed];
    return {
      caseId,
      requestId,
      bundles: [...new Set(histories.flatMap(bundlesNamedIn))],
      calendars: calendars.map(({ name, version }) => ({ name, version })),
    };
  }

  private async contents(record: CaseLook, proved: CaseProved, by: string, isPersonal: boolean) {
    const { found, histories, events } = record;
    const { caseId, requestId, reference } = found;
    const {
      people: _people,
      sisters: _sisters,
      tasks: _tasks,
      id: _id,
      ...row
    } = caseView(found, null, [], [], []);
    const { letters, shown, entryNumbers } = await this.logged(proved, found.version);
    const exportedAt = new Date().toISOString();
    return {
      ...{ caseId, requestId, reference, exportedAt, exportedBy: by },
      page: pageInWords(found, events, exportedAt),
      histories,
      row: { caseId, ...row },
      rowEvents: events,
      letters: shown,
      calendars: proved.calendars,
      ruleset: found.ruleset,
      workflowBundles: await this.code(proved.bundles),
      openings: await this.openings(caseId, events),
      commandOpenings: await this.commandOpenings(proved, entryNumbers),
      letterOpenings: await this.letterOpenings(requestId, letters),
      entryNumbers,
      ...(isPersonal && { letterContents: await this.letters.of(requestId, letters) }),
    };
  }

  /** Letters, and the entries of the same moment: what became of a letter is recorded with it. */
  private async logged(proved: CaseProved, version: number) {
    const read = async () => {
      const letters = await this.register.cases.letters(proved.caseId);
      return { letters, shown: await this.lettersOf(letters) };
    };
    let before = await read();
    for (let look = 0; look < looks; look += 1) {
      const entryNumbers = await this.register.caseEntries.numbers(proved);
      const after = await read();
      if (canonicalJson(after.shown) === canonicalJson(before.shown)) return { ...after, entryNumbers };
      before = after;
    }
    throw notYetThere(version);
  }

  /** What became of each; what mail servers said repeats addresses, and stays sealed. */
  private async lettersOf(letters: readonly LetterItem[]) {
    const ids = letters.map(({ letterId }) => letterId);
    const { letterSends } = this.register;
    const [tries, reports] = await Promise.all([letterSends.tries(ids), letterSends.reported(ids)]);
    return letters.map(letter => letterView(letter, tries, reports, new Map()));
  }

  private async code(hashes: readonly string[]): Promise<Readonly<Record<string, string>>> {
    const found = await Promise.all(
      hashes.map(async hash => [hash, await this.register.workflowBundles.code(hash)] as const),
    );
    return Object.fromEntries(
      found.flatMap(([hash, code]) =>
        code === undefined ? [] : [[hash, gzipSync(code, { level: 9 }).toString('base64')]],
      ),
    );
  }

  /** By the number of the event; none once the key is destroyed. */
  private async openings(caseId: string, events: readonly CaseEvent[]) {
    const openings = await this.vault.commitments.openings({ caseId }, events.map(committedAs));
    if (isErased(openings)) return {};
    return Object.fromEntries(events.map(({ number }, place) => [number, openings[place] ?? '']));
  }

  /** By the number of the entry: who has the body of a command can show that it was this one. None once the keys are destroyed. */
  private async commandOpenings({ caseId, requestId }: CaseProved, entryNumbers: readonly number[]) {
    const placed = await this.register.caseEntries.placed(entryNumbers);
    const commands = placed.filter(({ detail }) => typeof detail['call'] === 'string');
    const [ofCase, ofRequest] = await Promise.all([
      this.openingsOf(
        { caseId },
        commands.filter(entry => entry.caseId === caseId),
      ),
      this.openingsOf(
        { requestId },
        commands.filter(entry => entry.caseId === null && entry.requestId === requestId),
      ),
    ]);
    return { ...ofCase, ...ofRequest };
  }

  private async openingsOf(under: CommittedUnder, commands: readonly PlacedEntry[]) {
    const names = commands.map(({ detail }) => commandCommittedAs(String(detail['call'])));
    const openings = await this.vault.commitments.openings(under, names);
    if (isErased(openings)) return {};
    return Object.fromEntries(commands.map(({ number }, place) => [number, openings[place] ?? '']));
  }

  /** By the id of the letter: its hash is what the log committed to. None once the key is destroyed. */
  private async letterOpenings(requestId: string, letters: readonly LetterItem[]) {
    const names = letters.map(({ letterId }) => letterCommittedAs(letterId));
    const openings = await this.vault.commitments.openings({ requestId }, names);
    if (isErased(openings)) return {};
    return Object.fromEntries(letters.map(({ letterId }, place) => [letterId, openings[place] ?? '']));
  }

  /** With the proof of every entry, the export's own among them, under one signed head. */
  private async sealed(
    contents: Awaited<ReturnType<BundleMaker['contents']>>,
    number: number,
  ): Promise<CaseBundle> {
    await this.register.auditTree.grow();
    const placed = await this.register.caseEntries.placed([...contents.entryNumbers, number]);
    const entries = placed.flatMap(({ leafIndex, ...entry }) =>
      leafIndex === null ? [] : [{ ...entry, leafIndex }],
    );
    const needed = Math.max(...entries.map(({ leafIndex }) => leafIndex)) + 1;
    const head = await signed(() => this.register.auditHeads.covering(needed, this.signer));
    const proofs = await this.register.auditTree.inclusion(
      entries.map(({ leafIndex }) => leafIndex),
      head.size,
    );
    return {
      form: 'duly-bundle-1',
      contents,
      entries: entries.map((entry, place) => ({
        ...entry,
        proof: (proofs[place] ?? []).map(hash => hash.toString('hex')),
      })),
      head: head.note,
      earlierHeads: await this.earlier(head.size),
    };
  }

  /** That the log was never written anew between them. */
  private async earlier(size: number): Promise<CaseBundle['earlierHeads']> {
    const heads = await this.register.auditHeads.over(size, mostEarlier);
    const proofs = await this.register.auditTree.consistencies(
      heads.map(head => head.size),
      size,
    );
    return heads.map(({ note }, place) => ({
      note,
      proof: (proofs[place] ?? []).map(hash => hash.toString('hex')),
    }));
  }
}
