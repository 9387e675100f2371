import { caseRow, type CaseRow } from '@duly/api-contract';
import { casesCsv, mostRows } from './cases-csv.js';

const row = (changes: Partial<CaseRow> = {}): CaseRow =>
  caseRow.parse({
    id: '5a1f0f6e-0b0c-4b0e-9d57-3f6a7b0c1d2e',
    reference: 'DR-2036-000001-1',
    right: 'access',
    state: 'RUNNING',
    dueDate: '2036-04-30',
    planBy: '2036-04-30',
    isProvisional: false,
    version: 1,
    requestId: '5a1f0f6e-0b0c-4b0e-9d57-3f6a7b0c1d2f',
    receivedOn: '2036-03-31',
    closedOn: null,
    outcome: null,
    inTime: null,
    isLate: false,
    isDueSoon: false,
    alarmFor: null,
    handler: 'staff-3',
    team: '=HYPERLINK("https://evil.example","North")',
    ...changes,
  });

async function all(lines: AsyncGenerator<string>): Promise<string> {
  let text = '';
  for await (const part of lines) text += part;
  return text;
}

describe('the table of cases', () => {
  it('shows a formula as text, quotes what must be, and names the handler', async () => {
    const page = { cases: [row()], names: { 'staff-3': '@Ann, "the" Lee' }, next: null };
    const [, line] = (await all(casesCsv(page, () => Promise.reject(new Error('No page follows.'))))).split(
      '\r\n',
    );
    expect(line).toBe(
      `DR-2036-000001-1,Access to their data,Open,2036-03-31,2036-04-30,2036-04-30,,,,"'@Ann, ""the"" Lee","'=HYPERLINK(""https://evil.example"",""North"")"`,
    );
  });

  it('goes on page by page to the end, and says where it was cut', async () => {
    const many = Array.from({ length: mostRows / 2 }, () => row());
    const asked: string[] = [];
    const page = (next: string | null) => ({ cases: many, names: {}, next });
    const text = await all(
      casesCsv(page('two'), cursor => {
        asked.push(cursor);
        return Promise.resolve(page('three'));
      }),
    );
    expect(asked).toEqual(['two']);
    expect(text.split('\r\n').at(-2)).toContain('10,000');
  });
});
