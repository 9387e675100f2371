import type { RegisterStep } from '@duly/case-protocol';
import { committedAs, type Commitments, type Register } from '@duly/register';
import { isErased, type Vault } from '@duly/vault';

/** HMACs of the events for the audit log; none once the case's key is destroyed, since nothing may be told of it then. */
async function commitmentsOf({ caseId, events }: RegisterStep, vault: Vault): Promise<Commitments> {
  const hashes = await vault.commitments.to(
    { caseId },
    events.map(event => ({ name: committedAs(event), content: event })),
  );
  if (isErased(hashes)) return new Map();
  return new Map(events.map((event, place) => [event.number, hashes[place] ?? '']));
}

/** Writes what a case has decided into the register, in one transaction; again and again without harm. */
export async function recordStep(step: RegisterStep, register: Register, vault: Vault): Promise<void> {
  await register.cases.applyStep(step, await commitmentsOf(step, vault));
}
