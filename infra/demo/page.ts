import type { Expectation, Life, Step } from './life.js';
import { inFull, told } from './wording.js';

const margin = ' '.repeat(16);
const width = 100;

const cut = (text: string): string => (text.length <= width ? text : `${text.slice(0, width - 1)}…`);

/** The first thing a letter says of its own; all but the acknowledgement begin with what was received when. */
function beginning(kind: string, text: string): string {
  const paragraphs = text.split(/\n\s*\n/);
  const greeting = paragraphs.findIndex(paragraph => paragraph.startsWith('Dear '));
  const said = paragraphs.slice(greeting + 1).filter(paragraph => !/^-+$/m.test(paragraph));
  return cut((said[kind === 'acknowledgement' ? 0 : 1] ?? '').replace(/\s+/g, ' ').trim());
}

function letterLines({ row, caught }: Step['letters'][number]): string[] {
  if (!caught) return [`✉ ${row.kind} to the ${row.recipient}: ${row.state}, not in the mail catcher`];
  return [
    `✉ to the ${row.recipient}: “${caught.subject}”`,
    ...(row.recipient === 'requester' ? [`  ${beginning(row.kind, caught.text)}`] : []),
  ];
}

/** What a day of a step brought. */
function dayLines(step: Step, on: string): string[] {
  const events = step.events.filter(event => event.on === on).map(told);
  return [
    ...new Set(events.filter(words => words !== undefined)),
    ...step.letters.filter(({ row }) => row.outcomeOn === on).flatMap(letterLines),
  ];
}

function dueLine({ closedOn, dueDate, planBy, reason }: Step['view']): string {
  if (closedOn) return `→ closed on ${inFull(closedOn)}`;
  if (dueDate === null) return `→ no due date. ${reason ?? ''}`.trim();
  return planBy && planBy !== dueDate
    ? `→ due ${inFull(dueDate)}, plan by ${inFull(planBy)}`
    : `→ due ${inFull(dueDate)}`;
}

const dated = (on: string, [first = '', ...others]: readonly string[]): string[] => [
  `${inFull(on).padEnd(margin.length)}${first}`,
  ...others.map(line => `${margin}${line}`),
];

function stepLines(step: Step): string[] {
  const days = [
    ...step.events.map(({ on }) => on),
    ...step.letters.map(({ row }) => row.outcomeOn ?? step.on),
  ];
  const before = [...new Set(days)].filter(on => on !== step.on).sort();
  return [
    ...before.flatMap(on => dated(on, dayLines(step, on))),
    ...dated(step.on, [
      step.heading,
      ...step.beside,
      ...dayLines(step, step.on),
      ...(step.opened.length > 0 ? [`☐ to do: ${step.opened.join(', ')}`] : []),
      ...(step.ended.length > 0 ? [`☑ done: ${step.ended.join(', ')}`] : []),
      dueLine(step.view),
    ]),
  ];
}

const expectationLine = ({ says, isMet, found }: Expectation): string =>
  isMet ? `  ✓ ${says}` : `  ✗ ${says} (found: ${JSON.stringify(found)})`;

/** A whole letter as the mail catcher holds it. */
export function wholeLetter(life: Life, kind: string): string {
  const caught = life.letters.find(({ row }) => row.kind === kind)?.caught;
  if (!caught) return `  The letter (${kind}) is not in the mail catcher.`;
  const lines = [`Subject: ${caught.subject}`, '', ...caught.text.trimEnd().split('\n')];
  return lines.map(line => `  │ ${line}`.trimEnd()).join('\n');
}

/** One life for people: its dates, letters and tasks, then what was expected of it. */
export function lifePage(place: number, title: string, life: Life, letter?: string): string {
  const heading = `${place}. ${title}`;
  return [
    '',
    heading,
    '═'.repeat(heading.length),
    `Case ${life.reference}`,
    '',
    ...life.steps.flatMap(stepLines),
    ...(letter ? ['', `  The letter (${letter}), as it left:`, wholeLetter(life, letter)] : []),
    '',
    ...life.expectations.map(expectationLine),
  ].join('\n');
}
