import type { CliSettings } from '@duly/settings';
import { apiIsSilent, callApi, problemInWords, type ApiPlace } from '../api-caller.js';
import { tokenFor } from '../token/issuer.js';
import { gunzipSync } from 'node:zlib';
import type { HistoryJson, Json } from './case-record.js';
import { CannotTell } from './verdict.js';

/** Reads the register through the API, as an auditor: a role that may read every case and change none. */
export class RegisterReader {
  private constructor(private readonly place: ApiPlace) {}

  /** @throws NoToken where neither a token is set nor the sign-in for development answers */
  static async open({ apiUrl, apiToken, oidcIssuer }: CliSettings): Promise<RegisterReader> {
    return new RegisterReader({ url: apiUrl, token: apiToken ?? (await tokenFor('auditor', oidcIssuer)) });
  }

  /** The ids of the cases with this reference, or of the request with it. @throws CannotTell where there is none */
  async caseIds(reference: string): Promise<readonly string[]> {
    const { cases } = await this.read(`/v1/cases?reference=${encodeURIComponent(reference)}`);
    if (!Array.isArray(cases) || cases.length === 0)
      throw new CannotTell(`The register has no case ${reference}.`);
    return cases.map((one: { readonly id: string }) => one.id).sort();
  }

  /** The row, without who takes part: nobody needs a name to judge a date. */
  async row(caseId: string): Promise<Json> {
    const {
      id,
      people: _people,
      sisters: _sisters,
      tasks: _tasks,
      ...row
    } = await this.read(`/v1/cases/${caseId}`);
    return { caseId: id, ...row };
  }

  async timeline(caseId: string): Promise<readonly Json[]> {
    const { events } = await this.read(`/v1/cases/${caseId}/timeline`);
    return events as readonly Json[];
  }

  /** Of every run, oldest first: from Temporal or, once its retention is over, from the archive. */
  async histories(caseId: string): Promise<readonly HistoryJson[]> {
    const { runs } = await this.read(`/v1/cases/${caseId}/histories`);
    return (runs as readonly { readonly history: HistoryJson }[]).map(({ history }) => history);
  }

  /** The workflow code of this hash; undefined where none was kept. */
  async code(hash: string): Promise<string | undefined> {
    const answer = await callApi(this.place, `/v1/audit/code/${hash}`);
    if (answer?.status === 404) return undefined;
    if (!answer?.isGood) throw new CannotTell(apiIsSilent(this.place.url));
    return gunzipSync(Buffer.from(String(answer.body['code']), 'base64')).toString('utf8');
  }

  /** Every case, open and closed, a page at a time. */
  async *everyCase(): AsyncGenerator<{ readonly id: string; readonly version: number }> {
    for (let cursor: unknown; ;) {
      const after = typeof cursor === 'string' ? `&cursor=${encodeURIComponent(cursor)}` : '';
      const { cases, next } = await this.read(`/v1/cases?limit=200${after}`);
      for (const { id, version } of cases as readonly { readonly id: string; readonly version: number }[])
        yield { id, version };
      if (typeof next !== 'string') return;
      cursor = next;
    }
  }

  private async read(path: string): Promise<Json> {
    const answer = await callApi(this.place, path);
    if (!answer) throw new CannotTell(apiIsSilent(this.place.url));
    const { isGood, status, body } = answer;
    if (isGood) return body;
    throw new CannotTell(`The API does not show the case (HTTP ${status}). ${problemInWords(body)}`.trim());
  }
}
