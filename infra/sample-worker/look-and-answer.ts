/** What Duly hands over: an opaque id, and a token that ends with the answer. */
export interface Ask {
  readonly ask: string;
  readonly token: string;
}

export interface LookAndAnswer {
  lookAndAnswer(ask: Ask): Promise<string>;
}

interface Loan {
  readonly book: string;
  readonly lent: string;
}
interface Asked {
  readonly purpose: 'collect' | 'erase';
  readonly subject: { readonly email: string | null };
}

const conflict = 409;

/** @param url of the Duly that this worker was given, never one that a message names @param held what this team holds, by e-mail address; yours is a database */
export function answering(url: string, held: Map<string, readonly Loan[]>): LookAndAnswer {
  const call = (ask: Ask, path: string, body?: string, contentType = 'application/json') =>
    fetch(`${url}/v1/asks/${ask.ask}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${ask.token}`, 'content-type': contentType },
      ...(body !== undefined && { body }),
    });
  // An earlier try may have arrived although its answer did not.
  const unlessDone = async (answer: Promise<Response>): Promise<void> => {
    const { ok, status } = await answer;
    if (!ok && status !== conflict) throw new Error(`Duly answered ${status}.`);
  };
  return {
    async lookAndAnswer(ask) {
      const response = await call(ask, '');
      if (!response.ok) throw new Error(`Duly answered ${response.status}.`);
      const { purpose, subject } = (await response.json()) as Asked;
      const loans = held.get(subject.email ?? '') ?? [];
      const body = { answer: 'nothing-held', ...(loans.length > 0 && { answer: 'found' }) };
      if (loans.length > 0 && purpose === 'erase') {
        held.delete(subject.email ?? '');
        Object.assign(body, { answer: 'erased', proof: `${loans.length} records of loans deleted.` });
      } else if (loans.length > 0) {
        const lines = loans.map(loan => `${JSON.stringify(loan)}\n`).join('');
        await unlessDone(call(ask, '/records/loan', lines, 'application/octet-stream'));
      }
      await unlessDone(call(ask, '/answer', JSON.stringify(body)));
      return body.answer;
    },
  };
}
