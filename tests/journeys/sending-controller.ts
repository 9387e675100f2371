import { createHash, randomUUID } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Writable } from 'node:stream';
import type { IncomingView, Problem, TransferView } from '@duly/api-contract';
import { writeFiles, type PackageFile } from '@duly/disclosure';
import { ZipWriter, type ZipWriterAddDataOptions } from '@zip.js/zip.js';
import type { ApiAnswer } from './api-caller.js';
import type { TwoControllers } from './two-controllers.js';

type Answered = ApiAnswer<TransferView & Problem>;

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
export const fileNamed = (path: string, mediaType: string, content: string | Uint8Array): PackageFile => ({
  path,
  mediaType,
  description: 'What it is.',
  content: () => new PassThrough().end(content),
});

/** A package with these files, whose manifest lists them. */
export async function packageOf(...files: readonly PackageFile[]): Promise<Buffer> {
  const zip = new PassThrough();
  const whole = buffer(zip);
  const facts = {
    reference: 'THEIRS-7',
    madeOn: '2036-04-02',
    controller: { name: 'First Power', address: '1 High Street', contact: 'data@first-power.example' },
    vocabulary: 'https://first-power.example/vocabulary/1',
  };
  await writeFiles(files, { facts, entities: [] }, zip);
  return whole;
}

/** A ZIP with whatever somebody may have put into it. */
export async function zipWith(
  entries: readonly (readonly [path: string, content: string, options?: ZipWriterAddDataOptions])[],
): Promise<Buffer> {
  const zip = new PassThrough();
  const whole = buffer(zip);
  const writer = new ZipWriter(Writable.toWeb(zip));
  for (const [path, content, options = {}] of entries)
    await writer.add(path, new Blob([content]).stream(), options);
  await writer.close();
  return whole;
}

/** Another controller's own program, which keeps to the contract or not. */
export class SendingController {
  constructor(
    private readonly both: Pick<TwoControllers, 'second' | 'token' | 'examined'>,
    private readonly token = both.token,
  ) {}

  announced(transfer: string, bytes: Uint8Array, changes: object = {}): Promise<Answered> {
    const body = {
      kind: 'duly-package/1',
      reference: `THEIRS-${transfer.slice(0, 8)}`,
      bytes: bytes.length,
      sha256: sha256Of(bytes),
      person: { name: 'Quillibert Canarius', email: 'quillibert@people.example', postalAddress: null },
      ...changes,
    };
    return this.call(`/v1/transfers/${transfer}`, JSON.stringify(body), 'application/json');
  }

  piece(transfer: string, offset: number, bytes: Uint8Array): Promise<Answered> {
    return this.call(`/v1/transfers/${transfer}/pieces/${offset}`, bytes, 'application/octet-stream');
  }

  read(transfer: string): Promise<Answered> {
    return this.call(`/v1/transfers/${transfer}`);
  }

  /** Sends a whole package in one piece. @returns what the second made of it, once a machine has looked at it */
  async sent(bytes: Buffer): Promise<IncomingView> {
    const transfer = randomUUID();
    const announced = await this.announced(transfer, bytes);
    if (announced.status >= 400)
      throw new Error(`The announcement was answered ${JSON.stringify(announced.body)}`);
    const { status, body } = await this.piece(transfer, 0, bytes);
    if (status !== 200) throw new Error(`The piece was answered ${JSON.stringify(body)}`);
    return this.both.examined(`THEIRS-${transfer.slice(0, 8)}`);
  }

  private async call(path: string, body?: string | Uint8Array, contentType?: string): Promise<Answered> {
    const method = body === undefined ? 'GET' : 'POST';
    const response = await fetch(`${this.both.second.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(contentType !== undefined && { 'content-type': contentType }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    });
    const { status, headers } = response;
    const answer = { status, headers, body: (await response.json()) as TransferView & Problem };
    this.both.second.contract.check(method, path, answer);
    return answer;
  }
}
