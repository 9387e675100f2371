import type { CasesHeld, CasesToHold, HeldSummary } from '@duly/case-protocol';
import { holdCase } from '@duly/register';
import { heartbeat } from '@temporalio/activity';
import { historiesOfCase, type KeepingRoom } from './keeping-room.js';
import { stepsInHistories } from './steps-in-history.js';

/** Cases in one activity. */
const atOnce = 100;
/** A case that goes on while it is looked at is looked at again. */
const looks = 3;

type Held = { readonly rows: readonly string[] } | 'unknown' | 'moving';

async function holdOne(room: KeepingRoom, caseId: string, isRebuilt: boolean): Promise<Held> {
  for (let look = 0; look < looks; look += 1) {
    const histories = await historiesOfCase(room, caseId);
    if (histories.length === 0) return 'unknown';
    const steps = stepsInHistories(histories);
    // The first step of a case that was opened a moment ago is still to come.
    if (steps.length === 0) return 'moving';
    if (steps[0]?.events[0]?.number !== 1) return 'unknown';
    const compared = await holdCase(room.owner, caseId, steps, isRebuilt);
    if (compared) return { rows: compared.differs };
  }
  return 'moving';
}

const chosen = ({ register }: KeepingRoom, { after, sample }: CasesToHold): Promise<readonly string[]> =>
  sample === undefined ? register.intake.startedAfter(after, atOnce) : register.intake.startedSample(sample);

/** Rebuilds the rows of some cases from their histories and compares; keeps them only where the register is to be rebuilt. */
export async function holdCases(room: KeepingRoom, cases: CasesToHold): Promise<CasesHeld> {
  const ids = await chosen(room, cases);
  const drifted: { readonly caseId: string; readonly rows: readonly string[] }[] = [];
  const unknown: string[] = [];
  for (const caseId of ids) {
    heartbeat(caseId);
    const held = await holdOne(room, caseId, cases.isRebuilt);
    if (held === 'unknown') unknown.push(caseId);
    else if (held !== 'moving' && held.rows.length > 0)
      drifted.push({ caseId, rows: held.rows.slice(0, 20) });
  }
  const last = ids.at(-1);
  const goesOn = cases.sample === undefined && ids.length === atOnce && last !== undefined;
  return { held: ids.length, drifted, unknown, ...(goesOn && { last }) };
}

/** An alarm is an entry of the audit log, a figure, and a line at level error. */
export async function recordHeld({ register, log }: KeepingRoom, summary: HeldSummary): Promise<void> {
  const { isRebuilt, isSample, held, drifted, unknown } = summary;
  const action = isRebuilt ? 'RegisterRebuilt' : 'RegisterHeld';
  const by = isSample ? 'time' : 'operator';
  await register.record({ action, by, detail: { isSample, held, drifted, unknown } });
  if (drifted + unknown > 0)
    log.error({ ...summary }, 'the register is not what the histories say; see: duly rebuild --check');
}
