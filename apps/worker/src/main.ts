import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { migrate } from '@duly/register';
import { lettersMustBeReady, LettersNotReady, senderFrom } from '@duly/letters';
import { readSettings, SettingsError, type WorkerSettings } from '@duly/settings';
import { signingKeysFrom } from '@duly/audit';
import { AlarmPost } from './audit/alarm-post.js';
import { AuditKeeping } from './audit/audit-keeping.js';
import { headPlacesFrom } from './audit/head-places.js';
import { recordStart } from './audit/record-start.js';
import { DigestPost } from './digest-post.js';
import { scannerFrom } from '@duly/documents';
import { ScanDocuments } from './documents/scan-documents.js';
import { FolderArchive } from '@duly/temporal';
import { HookDispatch } from './hooks/hook-dispatch.js';
import { openHealth } from './health.js';
import { keepSchedules } from './keeping/keeping-schedules.js';
import { openLog, type Log } from './log/log.js';
import { PackageKeeping } from './packages/package-keeping.js';
import { RenewedLinks } from './packages/renewed-links.js';
import { WorkerMetrics } from './metrics/worker-metrics.js';
import { placeFrom, TemporalWorker, type WorkerRooms } from './temporal-worker.js';
import type { ReportMailbox } from '@duly/mail';
import { ReportReader } from './reports/report-reader.js';
import { RetentionKeeping } from './retention/retention-keeping.js';
import { WarningPost } from './retention/warning-post.js';
import { Rounds } from './rounds.js';
import { StaffPost } from './staff-post.js';
import { usualLimits } from '@duly/disclosure';
import { IncomingPost } from './transfers/incoming-post.js';
import { IncomingKeeping } from './transfers/incoming-keeping.js';
import { TransferPost } from './transfers/transfer-post.js';
import { TransferKeeping } from './transfers/transfer-keeping.js';
import {
  closeParts,
  courierFrom,
  digestTermsFrom,
  makerOptionsFrom,
  reportMailboxFrom,
  openParts,
  type WorkerParts,
} from './worker-parts.js';
import { WorkerModule } from './worker.module.js';

function settingsOrExit(): WorkerSettings {
  try {
    const settings = readSettings('worker');
    lettersMustBeReady(settings, process.env['NODE_ENV'] === 'production');
    return settings;
  } catch (error) {
    if (!(error instanceof SettingsError || error instanceof LettersNotReady)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

const toldToStop = (): Promise<void> =>
  new Promise(resolve => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });

/** Runs until it is told to stop, or until the worker cannot go on. */
async function work(
  worker: TemporalWorker,
  settings: WorkerSettings,
  log: Log,
  metrics: WorkerMetrics,
): Promise<void> {
  const port = settings.workerHealthPort;
  const health = port === undefined ? undefined : await openHealth(port, () => worker.isRunning, metrics);
  log.info({ taskQueue: settings.temporalTaskQueue }, 'worker ready');
  try {
    await Promise.race([toldToStop(), worker.ended]);
  } finally {
    log.info('worker stopping');
    health?.close();
  }
}

function keepAudit({ register, room, post }: WorkerParts, settings: WorkerSettings, log: Log): Rounds {
  const {
    auditLogName: origin,
    auditSigningKeys,
    treeHeadEvery: every,
    alarmEmail: to,
    mailFrom: from,
  } = settings;
  const signer = { origin, keys: signingKeysFrom(origin, auditSigningKeys) };
  const places = headPlacesFrom(settings, room.post, courierFrom(settings));
  const alarms = new AlarmPost({ register, historyMayWait: settings.historyAlarmAfter, to, from, post, log });
  return AuditKeeping.start({ register, signer, places, alarms, every, log });
}

function tellOtherSystems(
  { register, room }: WorkerParts,
  settings: WorkerSettings,
  log: Log,
  metrics: WorkerMetrics,
): HookDispatch {
  const { hooksTimeout: timeout, hooksGiveUpAfter: giveUpAfter, hooksLogRetention: logRetention } = settings;
  const courier = courierFrom(settings);
  return HookDispatch.start({
    register,
    vault: room.vault,
    courier,
    log,
    timeout,
    giveUpAfter,
    logRetention,
    tried: outcome => metrics.hookTried(outcome),
  });
}

function scanDocuments(
  { documents: room }: WorkerParts,
  settings: WorkerSettings,
  log: Log,
): Rounds | undefined {
  const { documentsUnscanned: isUnscannedClean, scannerPatience: lease } = settings;
  return ScanDocuments.start({ room, scanner: scannerFrom(settings), isUnscannedClean, lease, log });
}

function keepRetention({ room, packages }: WorkerParts, settings: WorkerSettings, log: Log): Rounds {
  const { erasureWarnings: leads, keysBackupLife: backupLife, organisationName: organisation } = settings;
  const { register, vault } = room;
  const post = new WarningPost(room, { organisation, ...makerOptionsFrom(settings) });
  const erasing = { register, vault, documents: packages.store, leads, backupLife };
  return RetentionKeeping.start(erasing, post, settings.retentionEvery, log);
}

function keepPackages({ client, packages, room }: WorkerParts, settings: WorkerSettings, log: Log): Rounds {
  const links = new RenewedLinks(room, log);
  return PackageKeeping.start({ ...packages, client, links, taskQueue: settings.temporalTaskQueue, log });
}

function keepTransfers({ client, transfers, room }: WorkerParts, settings: WorkerSettings, log: Log): Rounds {
  const { temporalTaskQueue: taskQueue, transferOfferBefore: offerBefore } = settings;
  const keeping = new TransferKeeping({
    ...transfers,
    client,
    taskQueue,
    offerBefore,
    post: new TransferPost(room, log),
  });
  const words = 'packages for other controllers could not be looked after';
  return Rounds.start({ look: () => keeping.look(), pause: 500, words, log });
}

function keepIncoming({ packages, room }: WorkerParts, settings: WorkerSettings, log: Log): Rounds {
  const { documentsUnscanned: isUnscannedClean, scannerPatience, packageKeptFor: keptFor } = settings;
  const { register, vault } = room;
  const { store } = packages;
  const scanning = { scanner: scannerFrom(settings), isUnscannedClean, lease: scannerPatience * 5 };
  const { organisation, regulators } = senderFrom(settings);
  const post = new IncomingPost(room, { organisation, regulators, ...makerOptionsFrom(settings) });
  const options = { register, vault, store, ...scanning, limits: usualLimits, keptFor, post, log };
  const keeping = new IncomingKeeping(options);
  const words = 'packages of other controllers could not be looked after';
  return Rounds.start({ look: () => keeping.look(), pause: 500, words, log });
}

/** What goes on beside the workflows, in the order in which it ends. */
function workBeside(
  parts: WorkerParts,
  settings: WorkerSettings,
  log: Log,
  mailbox: ReportMailbox | undefined,
  metrics: WorkerMetrics,
): readonly { stop(): Promise<void> }[] {
  const { quietHours: quiet, staffLettersAMinute: perMinute } = settings;
  const digests = new DigestPost(parts.room, digestTermsFrom(settings), quiet);
  const scanning = scanDocuments(parts, settings, log);
  return [
    ...(mailbox ? [ReportReader.start(parts.room, mailbox, log, settings.bounceImapEvery)] : []),
    StaffPost.start(parts.room, log, { perMinute, ...(quiet && { quiet }) }, digests),
    tellOtherSystems(parts, settings, log, metrics),
    ...(scanning ? [scanning] : []),
    keepAudit(parts, settings, log),
    keepRetention(parts, settings, log),
    keepPackages(parts, settings, log),
    keepTransfers(parts, settings, log),
    keepIncoming(parts, settings, log),
  ];
}

function roomsOf(
  { register, room, client, owner, packages, transfers, collections }: WorkerParts,
  settings: WorkerSettings,
  log: Log,
): WorkerRooms {
  const { historyArchive } = settings;
  const archive = historyArchive === undefined ? undefined : new FolderArchive(historyArchive);
  return {
    cases: room,
    calendars: { register, client },
    packages,
    transfers,
    collections,
    keeping: { register, owner, client, archive, log },
  };
}

async function run(settings: WorkerSettings, log: Log): Promise<void> {
  const mailbox = reportMailboxFrom(settings);
  const migrated = await migrate(settings);
  if (migrated.length > 0) log.info({ migrations: migrated }, 'the databases were brought up to date');
  const metrics = new WorkerMetrics();
  const parts = await openParts(settings, metrics);
  await recordStart(parts.register, settings);
  const rooms = roomsOf(parts, settings, log);
  const worker = await TemporalWorker.start(placeFrom(settings), rooms, log, metrics).catch(
    async (error: unknown) => {
      await closeParts(parts);
      throw error;
    },
  );
  await keepSchedules(rooms.keeping, settings);
  Logger.overrideLogger(false);
  const beside = workBeside(parts, settings, log, mailbox, metrics);
  const context = await NestFactory.createApplicationContext(WorkerModule.over(parts, worker));
  try {
    await work(context.get(TemporalWorker), settings, log, metrics);
  } finally {
    for (const one of beside) await one.stop();
    await context.close();
  }
}

const settings = settingsOrExit();
const log = openLog(settings.logLevel);
try {
  await run(settings, log);
} catch (error) {
  log.error({ err: error }, 'the worker could not run');
  process.exitCode = 1;
}
