import { toCivilDate } from '@duly/law';
import type { TransferData } from './index.js';
import { ofCase } from './people.given.js';

const moved = { ...ofCase, right: 'portability', receiver: 'Other Bank plc' } as const;

/** What became of data that was to go straight to another controller. */
export const transferLetters: Readonly<Record<string, TransferData>> = {
  received: { ...moved, told: 'received', dueDate: toCivilDate('2026-08-03') },
  offered: { ...moved, told: 'offered', dueDate: toCivilDate('2026-08-03') },
  'without-date': { ...moved, told: 'offered', dueDate: null },
};
