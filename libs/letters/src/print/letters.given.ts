import { toCivilDate } from '@duly/law';
import { regulators } from '@duly/law';
import type { RefusalData } from '@duly/notices';

/** A refusal with fixed data, changed where a spec is about it. */
export function aRefusal(changes: Partial<RefusalData> = {}): RefusalData {
  return {
    on: toCivilDate('2026-07-01'),
    organisation: {
      name: 'Example Borough Council',
      postalAddress: 'Data Protection Team\n1 High Street\nExampleton\nEX1 1AA',
      email: 'data.protection@council.example',
      phone: '01632 960 000',
    },
    regulators,
    addressee: 'Ann Lee',
    postalAddress: '2 Low Road\nExampleton\nEX2 2BB',
    reference: 'DR-2026-000123-1',
    receivedOn: toCivilDate('2026-06-01'),
    right: 'access',
    extent: 'wholly',
    ground: 'exemption',
    reasons: 'The law tells us to keep these files.',
    ...changes,
  };
}
