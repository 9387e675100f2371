import type { WorkerSettings } from '@duly/settings';
import type { WriterOptions } from './writing/letter-writer.js';

type OfOrganisation = Pick<
  WorkerSettings,
  | 'organisationName'
  | 'organisationAddress'
  | 'organisationEmail'
  | 'organisationPhone'
  | 'regulators'
  | 'paymentInstructions'
  | 'accessParticulars'
  | 'fallbackStaffEmail'
  | 'letterLanguage'
>;

/** Who writes the letters, as the settings of both apps name them: a preview is written from the same. */
export function senderFrom(settings: OfOrganisation): WriterOptions {
  return {
    organisation: {
      name: settings.organisationName,
      email: settings.organisationEmail,
      postalAddress: settings.organisationAddress,
      phone: settings.organisationPhone,
    },
    regulators: settings.regulators,
    ...(settings.paymentInstructions !== undefined && { howToPay: settings.paymentInstructions }),
    sharedParticulars: settings.accessParticulars,
    fallbackStaffEmail: settings.fallbackStaffEmail,
    language: settings.letterLanguage,
  };
}
