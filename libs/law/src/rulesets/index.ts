import { toCivilDate, toDay, type Day } from '../dates/civil-date.js';
import type { Right } from '../clock/input.js';
import { auPrivacyAgency } from './au-privacy-agency/ruleset.js';
import { brLgpd } from './br-lgpd/ruleset.js';
import { caPipeda } from './ca-pipeda/ruleset.js';
import { chFadp } from './ch-fadp/ruleset.js';
import { euGdpr } from './eu-gdpr/ruleset.js';
import { twPdpa } from './tw-pdpa/ruleset.js';
import { ukDpaPart3 } from './uk-dpa-part3/ruleset.js';
import { ukDpaS164a } from './uk-dpa-s164a/ruleset.js';
import { ukGdpr2026 } from './uk-gdpr-2026/ruleset.js';
import { ukGdprArt36 } from './uk-gdpr-art36/ruleset.js';
import { ukGdprPreDuaa } from './uk-gdpr-pre-duaa/ruleset.js';
import { usCaCcpa } from './us-ca-ccpa/ruleset.js';
import type { Edition, Ruleset } from './ruleset.js';
import type { RulesetId } from './ruleset-ids.js';

/** Every ruleset by its id. Adding a jurisdiction is one folder and one line here. */
export const rulesets: Readonly<Record<RulesetId, Ruleset>> = {
  'uk-gdpr-pre-duaa': ukGdprPreDuaa,
  'uk-gdpr-2026': ukGdpr2026,
  'uk-dpa-s164a': ukDpaS164a,
  'uk-dpa-part3': ukDpaPart3,
  'uk-gdpr-art36': ukGdprArt36,
  'eu-gdpr': euGdpr,
  'us-ca-ccpa': usCaCcpa,
  'br-lgpd': brLgpd,
  'ca-pipeda': caPipeda,
  'ch-fadp': chFadp,
  'au-privacy-agency': auPrivacyAgency,
  'tw-pdpa': twPdpa,
};

const article12A = toDay(toCivilDate('2026-02-05'));

/** The ruleset of a right by the day of receipt, never by today's date (R2; SI 2026/82 reg 4). */
export function rulesetFor(right: Right, receipt: Day): RulesetId {
  switch (right) {
    case 'complaint':
      return 'uk-dpa-s164a';
    case 'prior_consultation':
      return 'uk-gdpr-art36';
    case 'access_s45':
      return 'uk-dpa-part3';
    case 'know':
    case 'delete':
    case 'opt_out':
      return 'us-ca-ccpa';
    case 'access':
    case 'erasure':
    case 'portability':
    case 'rectification':
    case 'restriction':
    case 'objection':
    case 'objection_direct_marketing':
    case 'adm_22c':
      return receipt < article12A ? 'uk-gdpr-pre-duaa' : 'uk-gdpr-2026';
  }
}

/** The edition of a ruleset for what was received on a day: the last one that had begun. */
export function editionFor(ruleset: Ruleset, receipt: Day): Edition {
  return ruleset.editions.reduce((chosen, edition) =>
    edition.receivedFrom !== null && toDay(edition.receivedFrom) <= receipt ? edition : chosen,
  );
}

/** Whether a ruleset is the law for what was received on a day. */
export function isLawFor(ruleset: Ruleset, receipt: Day): boolean {
  const { from, before } = ruleset.appliesTo;
  return (from === undefined || receipt >= toDay(from)) && (before === undefined || receipt < toDay(before));
}
