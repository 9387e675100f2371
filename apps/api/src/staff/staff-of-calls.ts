import { Injectable } from '@nestjs/common';
import { Register } from '@duly/register';
import { Vault } from '@duly/vault';
import type { Caller } from '../sign-in/caller.js';
import { hasLeft } from './staff-errors.js';

/** For so many milliseconds it is believed that somebody still works here. */
const believedFor = 60_000;

/** How many people are remembered before the memory is emptied. */
const most = 10_000;

/** Knows callers by an opaque id, since what the issuer calls them may be an address; and keeps the staff table as sign-in tells it. */
@Injectable()
export class StaffOfCalls {
  private readonly known = new Map<string, Promise<string>>();
  private readonly atWork = new Map<string, number>();

  constructor(
    private readonly register: Register,
    private readonly vault: Vault,
  ) {}

  /** The caller's opaque id: the same for as long as the organisation's key lives. */
  idOf(caller: Caller): Promise<string> {
    const { subject, name, email, team, roles, issuedAt } = caller;
    const told = [subject, name, email, team, issuedAt, ...roles].join('\n');
    const known = this.known.get(told);
    if (known) return known;
    if (this.known.size >= most) this.known.clear();
    const found = this.introduce(caller).catch((error: unknown) => {
      this.known.delete(told);
      throw error;
    });
    this.known.set(told, found);
    return found;
  }

  /** Of anybody the issuer calls so, whether or not they have ever signed in. */
  async idOfSubject(subject: string): Promise<string> {
    const hash = await this.vault.keyedHash('staff', subject);
    return `staff-${hash.slice(0, 32)}`;
  }

  /** @throws ApiError when an administrator has recorded that they left: a token that still holds lets nobody in */
  async mustWorkHere({ subject }: Caller): Promise<void> {
    const now = Date.now();
    if ((this.atWork.get(subject) ?? 0) > now) return;
    if (await this.register.staff.hasLeft(await this.idOfSubject(subject))) throw hasLeft;
    if (this.atWork.size >= most) this.atWork.clear();
    this.atWork.set(subject, now + believedFor);
  }

  /** Records that somebody who is signed in was kept out. */
  async keptOut(caller: Caller, needed: string): Promise<void> {
    const by = await this.idOfSubject(caller.subject);
    await this.register.record({ action: 'AccessRefused', by, detail: { needed } });
  }

  /** From now on everybody is asked for again. */
  forget(): void {
    this.atWork.clear();
  }

  private async introduce({ subject, name, email, team, roles }: Caller): Promise<string> {
    const staffId = await this.idOfSubject(subject);
    await this.register.staff.signedIn({
      staffId,
      roles,
      ...(name && { name }),
      ...(email && { email }),
      ...(team && { team }),
    });
    return staffId;
  }
}
