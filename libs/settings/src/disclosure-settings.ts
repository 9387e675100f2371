import { duration, oneOf, text, wholeNumber } from './kinds.js';
import { setting } from './setting.js';

const days = (least: number, most: number) =>
  duration.refine(seconds => seconds >= least * 86_400 && seconds <= most * 86_400, {
    error: `must lie between P${least}D and P${most}D`,
  });

/** Where documents and packages lie. */
export const documentStoreSettings = {
  documentsFolder: setting(text, {
    describes: 'the folder in which documents and packages lie, sealed; the API and the worker share it',
    default: '.duly/documents',
    mustBeSet: 'in production',
  }),
};

export const packageSettings = {
  packageKeptFor: setting(days(1, 365), {
    describes:
      'how long a package is kept once it is ready; then its bytes and its key are gone, and the case’s record stays',
    unit: 'ISO 8601 duration',
    default: 'P30D',
  }),
};

export const reviewSettings = {
  reviewPackages: setting(oneOf('none', 'one', 'two'), {
    describes:
      'who must have finished the review of collected data before any of it leaves: nobody, one person, or a second person beside whoever marked it',
    default: 'one',
  }),
};

/** Packages that go straight to another controller. */
export const transferSettings = {
  transferOfferBefore: setting(wholeNumber(1, 25), {
    describes:
      'how long before the date to plan by a person is offered the copy by a link, where another controller has not taken the package',
    unit: 'days',
    default: '5',
  }),
};
