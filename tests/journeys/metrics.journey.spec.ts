import { freePort, until } from '@duly/infra';
import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';
import { scrapeOf, sumOf, type Scrape } from './scrape.js';

const canary = 'Quillibert Canarius';
const address = 'quillibert.canarius@people.example';

let journey: Journey;
let workerUrl: string;
let temporalUrl: string;
beforeAll(async () => {
  const [workerPort, temporalPort] = [await freePort(), await freePort()];
  [workerUrl, temporalUrl] = [`http://127.0.0.1:${workerPort}`, `http://127.0.0.1:${temporalPort}`];
  journey = await Journey.begin({
    settings: {
      WORKER_HEALTH_PORT: String(workerPort),
      WORKER_TEMPORAL_METRICS_ADDRESS: `127.0.0.1:${temporalPort}`,
    },
  });
});
afterAll(() => journey.end());

/** Nobody signs in to read it; the answer is held against the published document. */
async function ofApi(): Promise<string> {
  const { body, headers } = await journey.with(undefined).get<string>('/metrics');
  expect(headers.get('content-type')).toContain('text/plain; version=0.0.4');
  return body;
}
const textAt = async (url: string): Promise<string> => (await fetch(`${url}/metrics`)).text();

/** The register's figures are kept for some seconds: waits until they say so. */
const figures = (what: string, isTrue: (scrape: Scrape) => boolean) =>
  until(what, 30, async () => {
    const scrape = scrapeOf(await ofApi());
    return isTrue(scrape) ? scrape : undefined;
  });

/** An activity, an outcome, a right (`adm_22c`); a status; a route as it is written, its parts unfilled. */
const wordOfCode = /^(?:[a-z]+(?:[-_][a-z]+)*(?:_22[a-d])?|[1-5]\d\d|\/(?:v1\/)?[a-z:./-]+)$/i;

/** What Duly's own series say of themselves, each once; not the limits of a histogram's buckets. */
const labelsOf = (text: string): readonly string[] => {
  const own = [...scrapeOf(text)].filter(([name]) => name.startsWith('duly_'));
  const keys = own.flatMap(([, { samples }]) => [...samples.keys()]);
  const labels = keys.flatMap(key => [...key.matchAll(/([a-z]+)="([^"]*)"/g)]);
  return [...new Set(labels.filter(([, name]) => name !== 'le').map(([, , value = '']) => value))];
};

const open = () =>
  CaseLife.open(journey, {
    rights: ['access', 'erasure'],
    words: `${canary} wants it all.`,
    subject: { name: canary, email: address },
    requester: { name: canary, email: address },
  });

describe('GET /metrics', () => {
  it('tells, before anything has happened, of a register that answers and holds nothing', async () => {
    const scrape = await figures('The register', now => sumOf(now, 'duly_register_answers') === 1);
    expect(sumOf(scrape, 'duly_cases_open')).toBe(0);
    expect(sumOf(scrape, 'duly_requests_opened_total')).toBe(0);
    expect(scrape.get('duly_cases_open')?.help).toContain('take max, never sum');
    expect(scrape.has('process_cpu_seconds_total')).toBe(true);
  });

  it('counts a life: what was opened, taken, refused, sent, and what stands in the register', async () => {
    const life = await open();
    await life.happens('NoticeGiven');
    await life.give('extend-time', { ground: 'complexity', reasons: 'There are many systems to search.' });
    await life.happens('TimeExtended');
    const second = await life.refused('extend-time', { ground: 'complexity', reasons: 'Once more.' });
    expect(second.body.code).toBe('second-extension');
    await fetch(`${journey.url}/${encodeURIComponent(canary)}?email=${address}`);

    const api = await figures('Both cases in the register', now => sumOf(now, 'duly_cases_open') === 2);
    expect(sumOf(api, 'duly_requests_opened_total', 'begun="yes"')).toBe(1);
    expect(sumOf(api, 'duly_cases_opened_total', 'right="erasure"')).toBe(1);
    expect(sumOf(api, 'duly_commands_taken_total', 'verb="extend-time"')).toBe(1);
    const whole = ['verb="extend-time"', 'code="second-extension"'];
    expect(sumOf(api, 'duly_commands_refused_total', ...whole)).toBe(1);
    expect(sumOf(api, 'duly_cases_open', 'right="access"')).toBe(1);
    expect(sumOf(api, 'duly_cases_late')).toBe(0);
    expect(sumOf(api, 'duly_cases_not_started')).toBe(0);
    const route = 'route="/v1/cases/:id/extend-time"';
    const answers = 'duly_http_request_duration_seconds';
    expect(sumOf(api, answers, 'method="POST"', route, 'status="200"')).toBe(1);
    expect(sumOf(api, answers, route, 'status="409"')).toBe(1);
    expect(sumOf(api, answers, 'route="unknown"', 'status="404"')).toBe(1);

    const worker = scrapeOf(await textAt(workerUrl));
    expect(sumOf(worker, 'duly_letters_total', 'kind="acknowledgement"', 'outcome="accepted"')).toBe(1);
    expect(sumOf(worker, 'duly_letters_total', 'kind="extension"', 'outcome="accepted"')).toBe(1);
    const activities = 'duly_activity_duration_seconds';
    expect(sumOf(worker, activities, 'activity="sendLetter"', 'outcome="done"')).toBeGreaterThanOrEqual(2);
    expect(sumOf(worker, 'duly_register_lag_seconds')).toBeGreaterThanOrEqual(3);
    expect(await (await fetch(`${workerUrl}/health`)).json()).toEqual({ status: 'running' });

    const sdk = scrapeOf(await textAt(temporalUrl));
    expect([...sdk.keys()]).toContain('temporal_workflow_task_execution_latency_seconds');
  });

  it('labels with words of the code alone, however many cases come, and holds no person, word, id or reference', async () => {
    const lives = [await open(), await open(), await open()];
    for (const life of lives) await life.happens('NoticeGiven');
    for (const life of lives)
      await life.give('extend-time', { ground: 'complexity', reasons: `${canary}: more to search.` });
    for (const life of lives) await life.happens('TimeExtended');
    const texts = [await ofApi(), await textAt(workerUrl), await textAt(temporalUrl)];
    expect(
      texts
        .slice(0, 2)
        .flatMap(labelsOf)
        .filter(label => !wordOfCode.test(label)),
    ).toEqual([]);
    const told = texts.join('\n');
    expect(told).not.toMatch(/quillibert|canarius|wants it all|more to search|DR-2036/i);
    expect(told).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/);
    for (const life of lives) expect(told).not.toContain(life.id);
  });
});
