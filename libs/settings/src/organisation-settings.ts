import { regulators as theRegulators, toCivilDate, type Regulator } from '@duly/law';
import { z } from 'zod';
import { emailAddress, json, lines, text } from './kinds.js';
import { setting } from './setting.js';

const regulator: z.ZodType<Regulator> = z.object({
  from: z.iso
    .date('must be a date such as 2027-04-01, or null for the first')
    .transform(toCivilDate)
    .nullable(),
  name: z.string().min(1),
  postalAddress: z.string().min(1),
  phone: z.string().min(1),
  website: z.url(),
});

/** Details are data: Parliament renames regulators (D-8). */
const regulators = z
  .array(regulator)
  .refine(
    list => list.every((one, place) => place === 0 || (one.from ?? '') > (list[place - 1]?.from ?? '')),
    'must be in the order of `from`, each date once',
  )
  .transform(([first, ...later], context): readonly [Regulator, ...Regulator[]] => {
    if (first) return [first, ...later];
    context.addIssue('must name at least one regulator');
    return z.NEVER;
  });

const particulars = z.strictObject({
  purposes: z.string().min(1).exactOptional(),
  dataCategories: z.string().min(1).exactOptional(),
  disclosedTo: z.string().min(1).exactOptional(),
  keptFor: z.string().min(1).exactOptional(),
  obtainedFrom: z.string().min(1).exactOptional(),
  automatedDecisions: z.string().min(1).exactOptional(),
  transfersAbroad: z.string().min(1).exactOptional(),
});

export const organisationSettings = {
  organisationName: setting(text, {
    describes: 'the controller’s name, as letters give it',
    default: 'Example Borough Council',
    mustBeSet: 'in production',
  }),
  organisationAddress: setting(lines, {
    describes: 'the controller’s postal address',
    unit: '\\n between lines',
    default: 'Data Protection Team\\n1 High Street\\nExampleton\\nEX1 1AA',
    mustBeSet: 'in production',
  }),
  organisationEmail: setting(emailAddress, {
    describes: 'where people write about their requests and complaints',
    default: 'data.protection@council.example',
    mustBeSet: 'in production',
  }),
  organisationPhone: setting(text, {
    describes: 'the telephone number in letters',
    default: '01632 960 000',
    mustBeSet: 'in production',
  }),
  fallbackStaffEmail: setting(emailAddress, {
    describes: 'who is told about a case nobody has claimed',
    default: 'data.protection@council.example',
    mustBeSet: 'in production',
  }),
  paymentInstructions: setting(lines, {
    describes: 'how a fee is paid, as letters say it; without it they say whom to ask',
    unit: '\\n between lines',
  }),
  letterLanguage: setting(text, {
    describes: 'the language of letters to whoever has asked for no other',
    unit: 'BCP 47',
    default: 'en',
  }),
  reviewedWording: setting(text, {
    describes:
      'the file that says who has reviewed which wording of the letters, as `duly letters reviewed` writes it; production does not start while a wording in it is missing',
  }),
  accessParticulars: setting(json(particulars), {
    describes: 'what every access answer says about the processing, where its handler says nothing else',
    unit: 'JSON object of texts: purposes, dataCategories, disclosedTo, keptFor, obtainedFrom, automatedDecisions, transfersAbroad',
    default: '{}',
  }),
  regulators: setting(json(regulators), {
    describes: 'the regulators named in letters, each from its date on',
    unit: 'JSON list',
    default: JSON.stringify(theRegulators),
  }),
};
