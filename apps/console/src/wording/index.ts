import {
  bytesInWords,
  caseWords,
  doingsOfWay,
  effectInWords,
  givenInWords,
  letterColumns,
  onItsWay,
  outcomeWords,
  partWords,
  wayOf,
} from './case-words.js';
import { casesWords } from './cases-words.js';
import { choices } from './choices.js';
import { choiceInWords } from './choices-of-fields.js';
import { countsLater, daysLeft, longDate, momentInWords } from './dates.js';
import { errorLine, errorOfPage, fieldError } from './errors.js';
import { fieldHint, fieldLabel, isNeededByRule } from './fields.js';
import { dutyWords } from './duties.js';
import { doingWords } from './doing-words.js';
import { glossary } from './glossary.js';
import { guidanceOf, sourceOf } from './rules.js';
import { pageWords } from './page-words.js';
import { likenessWords } from './opening-words.js';
import { personWords } from './person-words.js';
import { reviewWords } from './review-words.js';
import { incomingWords } from './incoming-words.js';
import { marketingWords } from './marketing-words.js';
import { asSentence, inPlainWords } from './plain-words.js';
import { actorInWords, citeInWords, plainly } from './plainly.js';
import { aboutField, doneInWords, pathOfStep, stepGroups, stepTitle } from './steps.js';
import { taskWords } from './tasks.js';
import { administrationWords } from './administration-words.js';
import { auditWords } from './audit-words.js';
import { teamWords } from './team-words.js';
import { workWords } from './work-words.js';

/** Every word that a page shows and that is not the API’s own, in one place. English; another language is another of these. */
export const wording = {
  ...pageWords,
  ...administrationWords,
  ...auditWords,
  ...teamWords,
  navigation: { ...pageWords.navigation, ...teamWords.navigation },
  aboutField,
  asSentence,
  case: caseWords,
  bytesInWords,
  doneInWords,
  letterColumns,
  likeness: likenessWords,
  wordsTitle: 'What the words mean',
  oneOfThese: 'fill in at least one of these',
  chooseFile: 'choose the document that you want to add',
  evidence: 'What shows it',
  newTab: '(opens in a new tab)',
  part: partWords,
  person: personWords,
  outcome: outcomeWords,
  wayOf,
  cases: casesWords,
  choices,
  choiceInWords,
  countsLater,
  daysLeft,
  effectInWords,
  actorInWords,
  citeInWords,
  givenInWords,
  plainly,
  doings: doingWords,
  doingsOfWay,
  duties: dutyWords,
  errorLine,
  errorOfPage,
  fieldError,
  fieldHint,
  glossary,
  guidanceOf,
  fieldLabel: (step: string, field: string): string => fieldLabel(step, field, inPlainWords),
  inPlainWords,
  isNeededByRule,
  longDate,
  momentInWords,
  onItsWay,
  pathOfStep,
  review: reviewWords,
  incoming: incomingWords,
  marketing: marketingWords,
  stepGroups,
  sourceOf,
  stepTitle,
  tasks: taskWords,
  work: workWords,
} as const;
