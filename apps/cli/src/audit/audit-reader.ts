import type { LoggedEntry } from '@duly/audit';
import { readSettings } from '@duly/settings';
import { apiIsSilent, callApi, problemInWords, type ApiPlace } from '../api-caller.js';
import { CannotTell } from '../replay/verdict.js';
import { tokenFor } from '../token/issuer.js';

type Body = Readonly<Record<string, unknown>>;

export interface LogEntry extends LoggedEntry {
  readonly leafIndex: number;
  readonly leaf: string;
}

export interface Heads {
  readonly log: string;
  readonly keys: readonly string[];
  readonly heads: readonly { readonly number: number; readonly size: number; readonly note: string }[];
}

const isHeads = (body: Body): body is Body & Heads =>
  Array.isArray(body['heads']) && Array.isArray(body['keys']);

/** Entries in one answer. */
const page = 5_000;
/** Milliseconds: a bundle is made while we wait. */
const patience = 120_000;

/** Reads the audit log through the API, as an auditor. */
export class AuditReader {
  private constructor(private readonly place: ApiPlace) {}

  /** @throws NoToken · SettingsError */
  static async open(): Promise<AuditReader> {
    const { apiUrl, apiToken, oidcIssuer } = readSettings('cli');
    return new AuditReader({ url: apiUrl, token: apiToken ?? (await tokenFor('auditor', oidcIssuer)) });
  }

  bundle(caseId: string, isPersonal: boolean): Promise<Body> {
    return this.ask(`/v1/cases/${caseId}/bundle${isPersonal ? '?personalData=true' : ''}`);
  }

  certificate(requestId: string): Promise<Body> {
    return this.ask(`/v1/requests/${requestId}/erasure`);
  }

  /** The request of a reference, its own or one of its cases’. */
  async requestOf(reference: string): Promise<string> {
    const ofCase = /^DR-\d{4}-\d+$/.test(reference) ? `${reference}-1` : reference;
    const { cases } = await this.ask(`/v1/cases?reference=${ofCase}`);
    const [first] = Array.isArray(cases) ? (cases as { readonly id: string }[]) : [];
    const { requestId } = first ? await this.ask(`/v1/cases/${first.id}`) : {};
    if (typeof requestId === 'string') return requestId;
    throw new CannotTell(`There is no request ${reference}.`);
  }

  async heads(after = 0): Promise<Heads> {
    const answer = await this.ask(`/v1/audit/heads?after=${after}`);
    if (isHeads(answer)) return answer;
    throw new CannotTell(
      'The API answers something else than tree heads. Is it the API of Duly, of this version?',
    );
  }

  async sign(): Promise<string> {
    const { note } = await this.ask('/v1/audit/heads', {});
    return String(note);
  }

  /** The whole log, in the order of its tree, a page at a time. */
  async *log(): AsyncGenerator<readonly LogEntry[]> {
    for (let from = 0; ; from += page) {
      const { entries } = await this.ask(`/v1/audit/entries?from=${from}&limit=${page}`);
      if (!Array.isArray(entries) || entries.length === 0) return;
      yield entries as LogEntry[];
      if (entries.length < page) return;
    }
  }

  private async ask(path: string, body?: object): Promise<Body> {
    const posted = body && { body, key: `audit-${Date.now()}-${process.pid}` };
    const answer = await callApi(this.place, path, posted, patience);
    if (!answer) throw new CannotTell(apiIsSilent(this.place.url));
    if (answer.isGood) return answer.body;
    throw new CannotTell(
      `The API does not give it (HTTP ${answer.status}). ${problemInWords(answer.body)}`.trim(),
    );
  }
}
