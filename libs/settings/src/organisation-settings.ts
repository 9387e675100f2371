import { z } from 'zod';
import { emailAddress, json, lines, text } from './kinds.js';
import { setting } from './setting.js';

const regulatorSchema = z.object({
  /** The first civil date (Europe/London) on which letters name this body. */
  from: z.iso.date('must be a date such as 2018-05-25'),
  name: z.string().min(1),
  postalAddress: z.string().min(1),
  phone: z.string().min(1),
  website: z.url(),
});

/** The body to whom people may complain, from a date on. Details are data: Parliament renames regulators. */
export type Regulator = z.infer<typeof regulatorSchema>;

const regulators = z
  .array(regulatorSchema)
  .min(1, 'must name at least one regulator')
  .refine(list => list.every((one, place) => place === 0 || one.from > (list[place - 1]?.from ?? '')), {
    error: 'must be in the order of `from`, each date once',
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

const theCommissioner: readonly Regulator[] = [
  {
    from: '2018-05-25',
    name: 'Information Commissioner’s Office (ICO)',
    postalAddress: 'Wycliffe House, Water Lane, Wilmslow, Cheshire, SK9 5AF',
    phone: '0303 123 1113',
    website: 'https://ico.org.uk/make-a-complaint/',
  },
];

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
  accessParticulars: setting(json(particulars), {
    describes: 'what every access answer says about the processing, where its handler says nothing else',
    unit: 'JSON object of texts: purposes, dataCategories, disclosedTo, keptFor, obtainedFrom, automatedDecisions, transfersAbroad',
    default: '{}',
  }),
  regulators: setting(json(regulators), {
    describes: 'the regulators named in letters, each from its date on',
    unit: 'JSON list',
    default: JSON.stringify(theCommissioner),
  }),
};
