import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@temporalio/client';
import { workflowIdOf } from '@duly/case-protocol';
import { freePort, workspace } from '@duly/infra';
import { readSettings } from '@duly/settings';
import { SealedPayloads } from '@duly/temporal';
import { caseTime, testServers, type CaseTime, type TestServers } from '@duly/testing';
import { ApiCaller } from './api-caller.js';
import { startApi, startWorker, type AppProcess } from './app-process.js';
import { ContractCheck } from './contract-check.js';

/** Made-up staff, by role: what `duly token --as` gives too. */
export type StaffRole = 'handler' | 'approver' | 'manager' | 'auditor' | 'administrator' | 'marketing';

export interface JourneyOptions {
  /** The instant at which the API opens requests; the cases begin there too. */
  readonly at?: string;
  /** What this journey sets otherwise. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Leaves the worker out, to be started later. */
  readonly withoutWorker?: true;
}

/** Waits for both apps, which start side by side; if one cannot start, neither stays. */
async function bothOrNone(
  api: Promise<AppProcess>,
  worker: Promise<AppProcess> | undefined,
): Promise<[AppProcess, AppProcess | undefined]> {
  const started = await Promise.allSettled([api, worker]);
  if (started.every(({ status }) => status === 'fulfilled')) return [await api, await worker];
  for (const one of started) if (one.status === 'fulfilled') await one.value?.stop();
  return [await api, await worker];
}

/** Everything on its real servers: the API and the worker as they ship, in processes of their own. */
export class Journey {
  readonly contract: ContractCheck;
  private readonly tokens = new Map<string, string>();
  private client: Client | undefined;

  private constructor(
    readonly servers: TestServers,
    readonly environment: Readonly<Record<string, string>>,
    readonly folder: string,
    readonly url: string,
    private processes: { api: AppProcess; worker: AppProcess | undefined },
    document: ConstructorParameters<typeof ContractCheck>[0],
  ) {
    this.contract = new ContractCheck(document);
  }

  static async begin(options: JourneyOptions = {}): Promise<Journey> {
    const servers = await testServers();
    try {
      return await Journey.over(servers, options);
    } catch (error) {
      await servers.stop();
      throw error;
    }
  }

  private static async over(
    servers: TestServers,
    { at, settings, withoutWorker }: JourneyOptions,
  ): Promise<Journey> {
    const port = await freePort();
    const folder = mkdtempSync(join(tmpdir(), 'duly-journey-'));
    const ahead = Math.round((Date.parse(at ?? '2036-03-31T09:00:00Z') - Date.now()) / 1_000);
    const environment = {
      ...servers.environment,
      API_PORT: String(port),
      // Of this journey alone: others share the server, and may seal with other keys.
      TEMPORAL_TASK_QUEUE: `journey-${randomBytes(8).toString('hex')}`,
      CLOCK_OFFSET: `PT${ahead}S`,
      DOCUMENTS_FOLDER: join(folder, 'documents'),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      CALENDAR_FILE: join(workspace, 'tests', 'journeys', 'calendar.json'),
      ...settings,
    };
    const url = `http://127.0.0.1:${port}`;
    const [api, worker] = await bothOrNone(
      startApi(environment, join(folder, 'api.log'), url),
      withoutWorker ? undefined : startWorker(environment, join(folder, 'worker.log')),
    );
    const document = (await (await fetch(`${url}/openapi.json`)).json()) as never;
    return new Journey(servers, environment, folder, url, { api, worker }, document);
  }

  /** With the keys of the apps; `servers.temporal.client` has none, and sees what is stored. */
  get temporal(): Client {
    this.client ??= new Client({
      connection: this.servers.temporal.client.connection,
      namespace: this.servers.temporal.namespace,
      dataConverter: { payloadCodecs: [SealedPayloads.from(readSettings('cli', this.environment))] },
    });
    return this.client;
  }

  /** The API as a member of staff calls it, named by role or id. */
  async as(staff: string): Promise<ApiCaller> {
    const token = this.tokens.get(staff) ?? (await this.servers.signIn.token(staff));
    this.tokens.set(staff, token);
    return this.with(token);
  }

  /** The API as whoever holds this token calls it. */
  with(token: string | undefined): ApiCaller {
    return new ApiCaller(this.url, token, () => this.contract);
  }

  /** One case's own clock. */
  clockOf(caseId: string): CaseTime {
    return caseTime(this.temporal, workflowIdOf(caseId));
  }

  get api(): AppProcess {
    return this.processes.api;
  }

  get worker(): AppProcess {
    if (!this.processes.worker) throw new Error('This journey has no worker yet.');
    return this.processes.worker;
  }

  async startApi(more: Readonly<Record<string, string>> = {}): Promise<void> {
    const environment = { ...this.environment, ...more };
    const name = `api-${Date.now()}.log`;
    this.processes = {
      ...this.processes,
      api: await startApi(environment, join(this.folder, name), this.url),
    };
  }

  async startWorker(more: Readonly<Record<string, string>> = {}): Promise<void> {
    const environment = { ...this.environment, ...more };
    const name = `worker-${Date.now()}.log`;
    this.processes = { ...this.processes, worker: await startWorker(environment, join(this.folder, name)) };
  }

  async end(): Promise<void> {
    await Promise.all([this.processes.worker?.stop(), this.processes.api.stop()]);
    await this.servers.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
