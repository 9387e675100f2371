import type { CliSettings } from '@duly/settings';
import { apiIsSilent, callApi, problemInWords, type ApiPlace } from '../api-caller.js';
import { tokenFor } from '../token/issuer.js';
import type { Json } from './case-record.js';
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

  private async read(path: string): Promise<Json> {
    const answer = await callApi(this.place, path);
    if (!answer) throw new CannotTell(apiIsSilent(this.place.url));
    const { isGood, status, body } = answer;
    if (isGood) return body;
    throw new CannotTell(`The API does not show the case (HTTP ${status}). ${problemInWords(body)}`.trim());
  }
}
