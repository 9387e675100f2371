import { check, openEnquiry, openRequest, type Checked, type OpenRequest } from '@duly/api-contract';
import { dayIn, textOf, type Form } from '../steps/read-form.js';

type Filled = Readonly<Record<string, unknown>>;

/** Only what was filled in. */
function filled(fields: Filled): Filled | undefined {
  const given = Object.entries(fields).filter(
    ([, value]) => value !== '' && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

function people(form: Form): Filled {
  const text = (name: string): string => textOf(form[name]).replaceAll('\r\n', '\n');
  const requester = filled({
    name: text('requesterName'),
    email: text('requesterEmail'),
    postalAddress: text('requesterPostal'),
  });
  const child = filled({ aged: text('childAge'), livesIn: text('childLives') });
  const subject = filled({
    email: text('email'),
    phone: text('phone'),
    postalAddress: text('postalAddress'),
    contactBy: text('contactBy'),
    language: text('language'),
    format: text('format'),
    adjustments: text('adjustments'),
  });
  return {
    subject: { ...filled({ name: text('name') }), ...subject },
    ...filled({ requester, child, actsAs: requester && text('actsAs') }),
  };
}

/** The request as the API wants it; a right may be one or several. */
export function readOpening(form: Form): Checked<OpenRequest> {
  return check(openRequest, letterIn(form));
}

/** The same of what may be no request; undefined where nobody doubts it. */
export function readEnquiry(form: Form) {
  const doubts = textOf(form['doubts']).replaceAll('\r\n', '\n');
  return doubts === '' ? undefined : check(openEnquiry, { ...letterIn(form), doubts });
}

function letterIn(form: Form): object {
  const rights = [form['rights'] ?? []].flat();
  const text = (name: string): string => textOf(form[name]).replaceAll('\r\n', '\n');
  const isMarketing = rights.includes('objection_direct_marketing');
  return {
    rights,
    ...filled({ channel: text('channel'), receivedOn: dayIn(form, 'receivedOn'), words: text('words') }),
    ...(isMarketing && filled({ stopFor: [form['stopFor'] ?? []].flat() })),
    ...people(form),
  };
}
