import { parentPort, workerData } from 'node:worker_threads';
import type { PrintDocument } from '@duly/notices';
import { NotPrintable } from './not-printable.js';
import type { Printed } from './press.js';
import { printLetter } from './print-letter.js';

async function printed(letter: PrintDocument): Promise<Printed> {
  try {
    return { kind: 'printed', bytes: await printLetter(letter) };
  } catch (error) {
    if (error instanceof NotPrintable) return { kind: 'not-printable', problem: error.problem };
    // Its words may repeat the letter's.
    return { kind: 'fault', name: error instanceof Error ? error.name : 'unknown' };
  }
}

/** What a thread of the press does, once. */
export async function serveThread(): Promise<void> {
  parentPort?.postMessage(await printed(workerData as PrintDocument));
}
