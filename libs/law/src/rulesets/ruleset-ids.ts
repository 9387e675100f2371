export const rulesetIds = [
  'uk-gdpr-pre-duaa',
  'uk-gdpr-2026',
  'uk-dpa-s164a',
  'uk-dpa-part3',
  'uk-gdpr-art36',
  'eu-gdpr',
  'us-ca-ccpa',
  'br-lgpd',
  'ca-pipeda',
  'ch-fadp',
  'au-privacy-agency',
  'tw-pdpa',
] as const;

export type RulesetId = (typeof rulesetIds)[number];
