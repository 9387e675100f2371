import type { WrongField } from '@duly/api-contract';
import { wording } from '../wording/index.js';

/** Where the page asks for what the API calls otherwise. */
const onPage: Readonly<Record<string, string>> = {
  'subject.name': 'name',
  'subject.email': 'email',
  'subject.phone': 'phone',
  'subject.postalAddress': 'postalAddress',
  'subject.contactBy': 'contactBy',
  'subject.language': 'language',
  'subject.format': 'format',
  'subject.adjustments': 'adjustments',
  'requester.name': 'requesterName',
  'requester.email': 'requesterEmail',
  'requester.postalAddress': 'requesterPostal',
  'child.aged': 'childAge',
  'child.livesIn': 'childLives',
  child: 'childAge',
  receivedAt: 'receivedOn',
};

/** Each error at the field of the page that it is about; a field of several is named once. */
export function fieldsOfPage(errors: readonly WrongField[]): readonly WrongField[] {
  const placed = errors.map(({ field, message }) => {
    const known =
      onPage[field] ?? onPage[field.replace(/[.[]?\d+\]?$/u, '')] ?? field.replace(/[.[].*$/u, '');
    return { field: known, message: wording.errorOfPage(known, message) };
  });
  return [...new Map(placed.map(one => [one.field, one])).values()];
}
