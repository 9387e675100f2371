import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { CaseRight, Verb } from '@duly/case';
import type { RegisterFigures } from '@duly/register';
import type { Refused } from '../problem/refused.js';
import { registerMetrics } from './register-metrics.js';

/** Milliseconds for which the figures of the register are not read again, however often this process is scraped. */
const keptFor = 5_000;

/** Seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** One answer of the API, by the pattern of its route: an address may hold what somebody searched for. */
export interface Answered {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** What Prometheus reads from this process. A label is a word of the code, never an id, a reference or a person's word. */
export class ApiMetrics {
  private readonly registry = new Registry();
  private readonly answers: Histogram<'method' | 'route' | 'status'>;
  private readonly requests: Counter<'begun'>;
  private readonly cases: Counter<'right'>;
  private readonly commandsTaken: Counter<'verb'>;
  private readonly commandsRefused: Counter<'verb' | 'code'>;
  private figures: { readonly until: number; readonly text: Promise<string> } | undefined;

  /** @param read the figures of the register */
  constructor(private readonly read: () => Promise<RegisterFigures>) {
    const registers = [this.registry];
    const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
      new Counter<Label>({ name, help, labelNames, registers });
    collectDefaultMetrics({ register: this.registry });
    this.answers = new Histogram({
      name: 'duly_http_request_duration_seconds',
      help: 'Answers of this process, by the pattern of the route.',
      labelNames: ['method', 'route', 'status'],
      buckets,
      registers,
    });
    this.requests = counter(
      'duly_requests_opened_total',
      'Requests accepted; begun: no where a workflow is started later.',
      'begun',
    );
    this.cases = counter('duly_cases_opened_total', 'Cases accepted, by right.', 'right');
    this.commandsTaken = counter('duly_commands_taken_total', 'Commands that a case took, by verb.', 'verb');
    this.commandsRefused = counter(
      'duly_commands_refused_total',
      'Commands that were refused to a case, by verb and code.',
      'verb',
      'code',
    );
  }

  answered({ seconds, ...labels }: Answered): void {
    this.answers.observe(labels, seconds);
  }

  /** @param begun whether every workflow of it was started at once */
  opened(rights: readonly CaseRight[], begun: boolean): void {
    this.requests.inc({ begun: begun ? 'yes' : 'no' });
    for (const right of rights) this.added(right);
  }

  added(right: CaseRight): void {
    this.cases.inc({ right });
  }

  taken(verb: Verb): void {
    this.commandsTaken.inc({ verb });
  }

  /** Counts a refusal on its way to whoever gave the command. */
  counted(verb: Verb | 'open', refused: Refused): Refused {
    this.commandsRefused.inc({ verb, code: refused.refusal.code });
    return refused;
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** All of it in Prometheus's text format; the register's part is left out while PostgreSQL does not answer. */
  async text(): Promise<string> {
    if (!this.figures || performance.now() >= this.figures.until)
      this.figures = { until: performance.now() + keptFor, text: this.registerText() };
    const [own, ofRegister] = await Promise.all([this.registry.metrics(), this.figures.text]);
    return `${own}${ofRegister}`;
  }

  private async registerText(): Promise<string> {
    const figures = await this.read().catch(() => undefined);
    return registerMetrics(figures).metrics();
  }
}
