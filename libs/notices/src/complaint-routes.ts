import {
  complaintRoutes,
  complaintsToController,
  regulatorOn,
  type CivilDate,
  type Regulator,
} from '@duly/law';
import { heading, line, list, paragraph, type Block, type Line } from './document/block.js';
import type { LetterItem } from './letter-item.js';
import type { Organisation } from './data/organisation.js';

/**
 * What a letter given on a day must state of the complaint routes, in the order of the statute (R31); the law says which they are.
 * The date of receipt plays no part. Before 19 June 2026 the regulator is the authority of Art 77, which no longer exists (R5).
 */
export function routesOn(givenOn: CivilDate): readonly LetterItem[] {
  const items = {
    controller: 'complaint-to-controller',
    commissioner:
      givenOn < complaintsToController ? 'complaint-to-supervisory-authority' : 'complaint-to-commissioner',
    court: 'judicial-remedy',
  } as const;
  return complaintRoutes(givenOn).map(({ to }) => items[to]);
}

export function mailTo(address: string): { readonly to: string; readonly text: string } {
  return { to: `mailto:${encodeURIComponent(address).replace('%40', '@')}`, text: address };
}

export function website(address: string): { readonly to: string; readonly text: string } {
  return { to: address, text: address };
}

function inOneLine(address: string): string {
  return address.replace(/\s*\n\s*/gu, ', ');
}

function toUs(organisation: Organisation): Line {
  return line`To us. You have a right to complain to us about how we dealt with this. We will tell you within 30 days that we have your complaint. Write to ${mailTo(organisation.email)}, call ${organisation.phone}, or write to ${organisation.name}, ${inOneLine(organisation.postalAddress)}.`;
}

function toTheRegulator({ name, website: page, phone, postalAddress }: Regulator): Line {
  return line`To the regulator. You can complain to the ${name}. See ${website(page)}, call ${phone}, or write to ${inOneLine(postalAddress)}.`;
}

const toACourt: Line = ['To a court. You can ask a court to order us to follow data protection law.'];

interface Complained {
  readonly on: CivilDate;
  readonly organisation: Organisation;
  readonly regulators: readonly [Regulator, ...Regulator[]];
}

/** The routes past us, in letters about a complaint that was made to us already (s.165). */
export function outsideRoutesOn(givenOn: CivilDate): readonly LetterItem[] {
  return routesOn(givenOn).filter(route => route !== 'complaint-to-controller');
}

/** “How to complain”, with the routes and the regulator of the day on which the letter is given. */
export function howToComplain(data: Complained): readonly Block[] {
  return waysToComplain(data, routesOn(data.on), 'If you think we got this wrong, you can complain:');
}

/** The same in letters about a complaint: to us the person has complained already. */
export function whereElseToComplain(data: Complained): readonly Block[] {
  const first = 'You can also complain to others, now or later:';
  return waysToComplain(data, outsideRoutesOn(data.on), first);
}

function waysToComplain(data: Complained, routes: readonly LetterItem[], first: string): readonly Block[] {
  const regulator = regulatorOn(data.on, data.regulators);
  const ways: readonly (readonly [LetterItem, Line])[] = [
    ['complaint-to-controller', toUs(data.organisation)],
    ['complaint-to-commissioner', toTheRegulator(regulator)],
    ['complaint-to-supervisory-authority', toTheRegulator(regulator)],
    ['judicial-remedy', toACourt],
  ];
  return [
    heading('How to complain'),
    paragraph(first),
    list(
      ways.filter(([route]) => routes.includes(route)).map(([, way]) => way),
      routes,
    ),
  ];
}
