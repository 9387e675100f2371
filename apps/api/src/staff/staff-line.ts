import { Injectable } from '@nestjs/common';
import { NobodyActs, Register } from '@duly/register';
import { nobodyStandsIn } from './staff-errors.js';

/** Who acts for whom: a change that would leave somebody away with nobody is refused, and says for whom. */
@Injectable()
export class StaffLine {
  constructor(private readonly register: Register) {}

  /** @throws ApiError `nobody-stands-in` */
  async kept<Answer>(change: () => Promise<Answer>): Promise<Answer> {
    try {
      return await change();
    } catch (error) {
      if (!(error instanceof NobodyActs)) throw error;
      const names = await this.register.staff.namesOf(error.staffIds);
      throw nobodyStandsIn([...names.values()]);
    }
  }
}
