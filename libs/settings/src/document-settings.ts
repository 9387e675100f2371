import { duration, hostAndPort, onOff, text, webAddress, wholeNumber } from './kinds.js';
import { setting } from './setting.js';

/** How an erasure at the sources is held back. */
export const sourceErasureSettings = {
  erasureWaitingPeriod: setting(
    duration.refine(seconds => seconds >= 0 && seconds <= 1_814_400, 'must lie between PT0S and P21D'),
    {
      describes:
        'how long sources wait before they erase, so that a mistake can still be stopped; it ends the day before the due date at the latest',
      unit: 'ISO 8601 duration',
      default: 'P3D',
    },
  ),
  approveErasures: setting(onOff, {
    describes:
      'whether a second person must approve that sources erase; without it the same person may, by a step of its own',
    default: 'off',
  }),
};

/** Where documents lie, how long they may be, and who looks whether they are clean. */
export const documentSettings = {
  documentLimit: setting(wholeNumber(1_024, 10_737_418_240), {
    describes: 'the longest document that is taken',
    unit: 'bytes',
    default: '268435456',
  }),
  recordsLimit: setting(wholeNumber(1_024, 107_374_182_400), {
    describes: 'the most that the records of one entity of a source may be together',
    unit: 'bytes',
    default: '4294967296',
  }),
  s3Endpoint: setting(webAddress, {
    describes: 'an S3-compatible store, in which documents lie instead of in a folder',
  }),
  s3Bucket: setting(text, { describes: 'the bucket of documents there' }),
  s3Region: setting(text, { describes: 'the region of the bucket', default: 'eu-west-2' }),
  s3AccessKey: setting(text, { describes: 'the access key for it' }),
  s3SecretKey: setting(text, { describes: 'the secret key for it', secret: true }),
  scanner: setting(hostAndPort, {
    describes: 'the virus scanner (clamd over TCP); where none is set every document waits',
    unit: 'host:port',
  }),
  scannerPatience: setting(
    duration.refine(seconds => seconds >= 1 && seconds <= 3_600, 'must lie between PT1S and PT1H'),
    {
      describes: 'how long the scanner may stay silent over one document',
      unit: 'ISO 8601 duration',
      default: 'PT2M',
    },
  ),
  documentsUnscanned: setting(onOff, {
    describes: 'whether documents count as clean where no scanner is set, for development and tests',
    default: 'off',
    refusedInProduction: true,
  }),
};
