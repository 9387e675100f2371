import { check, openRequest, type Checked, type OpenRequest } from '@duly/api-contract';
import { dayIn, textOf, type Form } from '../steps/read-form.js';

/** Only what was filled in. */
function filled(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> | undefined {
  const given = Object.entries(fields).filter(([, value]) => value !== '');
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

/** The request as the API wants it; a right may be one or several. */
export function readOpening(form: Form): Checked<OpenRequest> {
  const text = (name: string): string => textOf(form[name]).replaceAll('\r\n', '\n');
  const requester = filled({ name: text('requesterName'), email: text('requesterEmail') });
  const actsAs = text('actsAs');
  return check(openRequest, {
    rights: [form['rights'] ?? []].flat(),
    ...filled({ channel: text('channel'), receivedOn: dayIn(form, 'receivedOn'), words: text('words') }),
    subject: {
      name: text('name'),
      ...filled({
        email: text('email'),
        phone: text('phone'),
        postalAddress: text('postalAddress'),
        contactBy: text('contactBy'),
      }),
    },
    ...(requester && { requester }),
    ...(requester && actsAs !== '' && { actsAs }),
  });
}
