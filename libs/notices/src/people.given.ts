import { regulators, toCivilDate } from '@duly/law';

const day = toCivilDate;

export const organisation = {
  name: 'Example Borough Council',
  postalAddress: 'Data Protection Team\n1 High Street\nExampleton\nEX1 1AA',
  email: 'data.protection@council.example',
  phone: '01632 960 000',
};

/** Written to on 6 July 2026, about what was received on 1 July 2026. */
export const person = {
  on: day('2026-07-06'),
  organisation,
  regulators,
  addressee: 'Ann Lee',
  reference: 'DR-2026-000123',
  receivedOn: day('2026-07-01'),
} as const;

/** Somebody who acts for the person. */
export const agent = { addressee: 'Lee & Co', actingFor: 'Ann Lee' } as const;

export const ofCase = { ...person, reference: 'DR-2026-000123-1', right: 'access' } as const;
export const staff = {
  on: day('2026-07-28'),
  organisation,
  addressee: 'Sam Handler',
  reference: 'DR-2026-000123-1',
  right: 'access',
  receivedOn: day('2026-07-01'),
  page: 'https://duly.council.example/cases/DR-2026-000123-1',
} as const;
