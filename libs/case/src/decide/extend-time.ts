import { readDay, type CivilDate } from '@duly/law';
import type { ExtendTime } from '../commands.js';
import { extensionUsed } from '../extension.js';
import type { CaseRefusal } from '../refusals.js';
import { given, refused, refuseWithoutReasons, type Judgement, type Judging } from './judging.js';
import { refuseAfterWholeDecision } from './pending-decision.js';
import type { WeighedJudging } from './weighed.js';

function refuseSecond({ file }: Judging): CaseRefusal | undefined {
  const used = extensionUsed(file);
  if (!used) return undefined;
  return refused(
    'second-extension',
    'UK GDPR Art 12A(3) (R12)',
    {
      message: `There is one extension only, and event ${used.number} has decided it; removing it does not buy a second.`,
      remedy: 'Answer by the date that stands, or what can be answered by then, and say what follows.',
    },
    { extension: used.number },
  );
}

function refuseLate({ clock, today }: Judging): CaseRefusal | undefined {
  const { extensionNoticeBy } = clock;
  if (extensionNoticeBy === null || today <= extensionNoticeBy) return undefined;
  return refused(
    'extension-too-late',
    'UK GDPR Art 12A(4)(a) (R14)',
    {
      message: `The notice had to be given by ${extensionNoticeBy}; today is ${today}. A late notice extends nothing.`,
      remedy: 'Answer as soon as possible and tell the person why it is late.',
    },
    { noticeBy: extensionNoticeBy, today },
  );
}

/** A shorter date may be promised; the legal limit is three months from the relevant time (R12). */
function refusePromise({ clock, today }: Judging, promised: CivilDate | undefined): CaseRefusal | undefined {
  if (promised === undefined) return undefined;
  const earliest = clock.dueDate !== null && clock.dueDate > today ? clock.dueDate : today;
  const latest = clock.extendedDueDate ?? promised;
  if (readDay(promised) !== undefined && promised > earliest && promised <= latest) return undefined;
  return refused(
    'promised-date-out-of-range',
    'UK GDPR Art 12A(3) (R12)',
    {
      message: `The promised date must lie after ${earliest} and not after ${latest}.`,
      remedy: 'Promise a date within the two further months, or leave it out.',
    },
    { earliest, latest },
  );
}

/** R12–R15: once, with a lawful ground and reasons; in force only when its notice is given on or before the cut-off. */
export function extendTime(judging: WeighedJudging, command: ExtendTime): Judgement {
  const { ground, reasons, promisedDate } = command;
  const { extensionNoticeBy, conservativeExtensionNoticeBy } = judging.clock;
  const refusal =
    refuseSecond(judging) ??
    refuseWithoutReasons(reasons, 'UK GDPR Art 12A(4)(b) (R14)', 'The extension') ??
    refuseLate(judging) ??
    refusePromise(judging, promisedDate) ??
    refuseAfterWholeDecision(judging.file);
  if (refusal) return refusal;
  return [
    {
      type: 'ExtensionDecided',
      cite: 'UK GDPR Art 12A(3)–(4) (R12, R15)',
      ground,
      reasons: reasons ?? '',
      ...given('promisedDate', promisedDate),
      noticeBy: extensionNoticeBy,
      isAfterUnrolledCutOff:
        conservativeExtensionNoticeBy !== null && judging.today > conservativeExtensionNoticeBy,
    },
  ];
}
