import { randomUUID } from 'node:crypto';
import type { MailReport } from './mail-reports.js';
import type { Register } from './register.js';
import { aRegister, aRequest } from './register.given.js';

let register: Register;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ register, stop } = await aRegister());
});
afterAll(() => stop());

/** A letter that a case has ordered. */
async function aLetter() {
  const request = aRequest();
  const { cases } = await register.accept(request);
  const caseId = cases[0]?.summary.caseId ?? '';
  const { requestId } = request;
  const [letterId, token] = [`${caseId}.2.extension.requester`, `token-${caseId}`];
  await register.database.change(
    `INSERT INTO register.letter (letter_id, request_id, level, kind, recipient, occasion, return_token)
     VALUES ($1, $2, 'case', 'extension', 'requester', '2', $3)`,
    [letterId, requestId, token],
  );
  return { letterId, requestId, caseId, token };
}

const aReport = (letterId: string, more: Partial<MailReport> = {}): MailReport => ({
  reportId: randomUUID(),
  letterId,
  what: 'for-good',
  source: 'mailbox',
  ...more,
});
const waitingFor = async (caseId: string) =>
  (await register.mailReports.claimWaiting(100)).filter(one => one.caseId === caseId);

describe('a report on a letter', () => {
  it('finds its letter by the mark of the return address, and nobody else’s', async () => {
    const { letterId, requestId, token } = await aLetter();
    expect(await register.mailReports.letterOf({ returnTokens: [token], messageIds: [] })).toMatchObject({
      letterId,
      requestId,
      recipient: 'requester',
    });
    expect(
      await register.mailReports.letterOf({ returnTokens: ['forged'], messageIds: ['<no@such>'] }),
    ).toBeUndefined();
  });

  it('is recorded once however often it is read, and told to its case once, by one sweeper at a time', async () => {
    const { letterId, requestId, caseId } = await aLetter();
    const report = aReport(letterId);
    expect(await register.mailReports.record(report, requestId)).toBe(true);
    expect(await register.mailReports.record(report, requestId)).toBe(false);
    const [waiting, ...others] = await waitingFor(caseId);
    expect([waiting, others]).toMatchObject([
      { tries: 0, news: { report: report.reportId, letterId, what: 'for-good' } },
      [],
    ]);
    expect(await waitingFor(caseId)).toEqual([]);
    if (waiting) await register.mailReports.again(waiting.news, caseId, 0);
    const [again] = await waitingFor(caseId);
    expect(again?.tries).toBe(1);
    if (again) await register.mailReports.told(again.news, caseId, 3);
    if (again) await register.mailReports.again(again.news, caseId, 0);
    expect(await waitingFor(caseId)).toEqual([]);
  });

  it('of a delay is kept and tells nobody', async () => {
    const { letterId, requestId, caseId } = await aLetter();
    expect(await register.mailReports.record(aReport(letterId, { what: 'delayed' }), requestId)).toBe(true);
    expect(await waitingFor(caseId)).toEqual([]);
  });

  it('by a webhook counts once for each message of it', async () => {
    const { letterId, requestId } = await aLetter();
    const message = randomUUID();
    expect(await register.mailReports.record(aReport(letterId), requestId, message)).toBe(true);
    expect(await register.mailReports.record(aReport(letterId), requestId, message)).toBe(false);
  });

  it('that an address takes nothing holds for its request alone', async () => {
    const { letterId, requestId } = await aLetter();
    const failedAddress = randomUUID();
    await register.mailReports.record(aReport(letterId, { failedAddress }), requestId);
    expect(await register.mailReports.hasFailed(requestId, failedAddress)).toBe(true);
    expect(await register.mailReports.hasFailed(randomUUID(), failedAddress)).toBe(false);
  });
});
