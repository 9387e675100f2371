import type { DocumentStore } from '@duly/documents';
import {
  certificateHash,
  certificateOf,
  type ErasureToDo,
  type Lead,
  type Leads,
  type Register,
} from '@duly/register';
import type { Vault } from '@duly/vault';

/** Where documents of requests lie, so that their sealed bytes go too. */
export type DocumentsOfRequests = Pick<DocumentStore, 'countOf' | 'removeOf'>;

export interface ErasingRoom {
  readonly register: Register;
  readonly vault: Vault;
  readonly documents: DocumentsOfRequests;
  readonly leads: Leads;
  /** How long backups of the database of keys are kept. */
  readonly backupLife: Lead;
}

/** Looks whether anything has come to stand against it since it was approved; else there is no way back from here. */
async function begin(room: ErasingRoom, one: ErasureToDo): Promise<ErasureToDo | undefined> {
  const documents = await room.documents.countOf(one.requestId);
  const blocks = await room.register.erasures.begin(one, room.leads, documents);
  return blocks.length > 0 ? undefined : { ...one, state: 'destroying' };
}

/** The keys lie in a database of their own, so this is a step of its own: from now on no copy of the data can be read. */
async function destroy({ register, vault }: ErasingRoom, one: ErasureToDo): Promise<ErasureToDo> {
  await register.erasures.keysDestroyed(one, await vault.destroyKeys(one.requestId));
  return { ...one, state: 'removing' };
}

async function remove(room: ErasingRoom, one: ErasureToDo): Promise<void> {
  const { register, documents, backupLife } = room;
  const { requestId } = one;
  await documents.removeOf(requestId);
  const [underWay, [retained], schedules, entries] = await Promise.all([
    register.erasures.underWay(one),
    register.retention.retained([requestId]),
    register.retention.schedules(),
    register.certificates.entries(requestId),
  ]);
  const schedule = schedules.find(({ version }) => version === underWay?.scheduleVersion);
  if (!underWay || !retained || !schedule)
    throw new Error(`The erasure of request ${requestId} is not on record.`);
  const certificate = certificateOf({ underWay, retained, schedule, entries, backupLife });
  await register.erasures.finish(one, certificate, certificateHash(certificate));
}

/** Takes the steps that are left, one after another; whoever dies between two is followed by another who goes on from there. */
export async function eraseRequest(room: ErasingRoom, one: ErasureToDo): Promise<void> {
  for (let left: ErasureToDo | undefined = one; left;) {
    switch (left.state) {
      case 'approved':
        left = await begin(room, left);
        break;
      case 'destroying':
        left = await destroy(room, left);
        break;
      case 'removing':
        await remove(room, left);
        return;
    }
  }
}
