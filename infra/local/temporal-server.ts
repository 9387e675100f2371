import { type Child, startChild } from './child-process.js';
import { answers, keepHistories, reasonNotToSkip, type TemporalPlace } from './temporal-probe.js';
import type { TemporalProgram } from './temporal-program.js';
import { until } from './waiting.js';

/** Where Temporal keeps its histories. Only our own server can keep them in PostgreSQL. */
export type TemporalStore =
  | { readonly kind: 'memory' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'postgres'; readonly port: number; readonly password: string };

export interface TemporalOptions {
  readonly program: TemporalProgram;
  readonly store: TemporalStore;
  readonly port: number;
  /** Without it there are no web pages. */
  readonly uiPort?: number;
  readonly namespace: string;
  readonly logFile: string;
  /** Told of the process as soon as there is one, so that it can be written down before anything can go wrong. */
  readonly onStart?: (child: Child) => void;
}

export interface TemporalServer extends TemporalPlace {
  readonly child: Child;
  stop(): Promise<void>;
}

/** Ten years: longer than any controller keeps a case. */
const retentionDays = 3_650;

function ourArguments({ store, port, uiPort, namespace }: TemporalOptions): string[] {
  const line = [
    '-port',
    String(port),
    '-namespace',
    namespace,
    '-retention-days',
    String(retentionDays),
    '-stop-with-stdin',
  ];
  if (uiPort !== undefined) line.push('-ui-port', String(uiPort));
  switch (store.kind) {
    case 'memory':
      return line;
    case 'file':
      return [...line, '-sqlite', store.path];
    case 'postgres':
      return [
        ...line,
        '-postgres',
        `postgres://postgres@127.0.0.1:${store.port}/temporal?visibility=temporal_visibility`,
      ];
  }
}

function cliArguments({ store, port, uiPort, namespace }: TemporalOptions): string[] {
  if (store.kind === 'postgres') {
    throw new Error(
      'The histories of this data folder are in PostgreSQL, which only Duly’s own Temporal server reads. Install Go, or start over with --fresh.',
    );
  }
  return [
    ...[
      'server',
      'start-dev',
      '--ip',
      '127.0.0.1',
      '--port',
      String(port),
      '--namespace',
      namespace,
      '--log-level',
      'error',
    ],
    ...['--dynamic-config-value', 'frontend.WorkflowTimeSkippingEnabled=true'],
    ...['--dynamic-config-value', 'frontend.namespaceRPS.visibility=1000'],
    ...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort)]),
    ...(store.kind === 'file' ? ['--db-filename', store.path] : []),
  ];
}

async function refuseWithoutSkipping(place: TemporalPlace, whose: string): Promise<void> {
  const reason = await reasonNotToSkip(place);
  if (reason === undefined) return;
  throw new Error(
    `${whose} at ${place.address} cannot skip time (${reason}). It needs server 1.32 or newer with frontend.WorkflowTimeSkippingEnabled switched on.`,
  );
}

/** @throws Error when the user's own Temporal does not answer, or cannot do what Duly needs. */
export async function useOwnTemporal(place: TemporalPlace): Promise<TemporalPlace> {
  if (!(await answers(place))) {
    throw new Error(
      `TEMPORAL_ADDRESS says ${place.address}, but no Temporal with the namespace ${place.namespace} answers there. Start it, or unset TEMPORAL_ADDRESS to let Duly bring its own.`,
    );
  }
  await refuseWithoutSkipping(place, 'The Temporal');
  return place;
}

/** Starts a Temporal server on 127.0.0.1 and waits until it answers. @throws Error in words when it does not within a minute. */
export async function startTemporal(options: TemporalOptions): Promise<TemporalServer> {
  const { program, store, namespace } = options;
  const child = await startChild({
    command: program.path,
    arguments: program.kind === 'ours' ? ourArguments(options) : cliArguments(options),
    environment: {
      ...process.env,
      ...(store.kind === 'postgres' && { TEMPORAL_POSTGRES_PASSWORD: store.password }),
    },
    logFile: options.logFile,
    // Killing it loses nothing: what it has answered is in its store. Without its store it would take long to end.
    patience: 5,
  });
  options.onStart?.(child);
  const place = { address: `127.0.0.1:${options.port}`, namespace };
  try {
    await until('An answer from Temporal', 60, async () => {
      if (child.hasEnded())
        throw new Error(`Temporal did not start (${await child.ended}). It said:\n${child.lastWords()}`);
      return (await answers(place)) || undefined;
    });
    if (program.kind === 'cli') {
      await keepHistories(place, retentionDays);
      await refuseWithoutSkipping(place, 'The Temporal');
    }
  } catch (error) {
    await child.stop();
    throw error;
  }
  return { ...place, child, stop: () => child.stop() };
}
