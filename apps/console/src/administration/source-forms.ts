import type { SourceBody, SourceChangeBody, SourceView } from '@duly/api-contract';
import { caseRights } from '@duly/case';
import type { Cell, FormField, Section } from '../pages/section.js';
import { textOf, type Form } from '../steps/read-form.js';
import { wording } from '../wording/index.js';

const words = wording.administration;
const tab = '/administration/sources';

type Terms = SourceBody['terms'];

export const sourcesTable = (sources: readonly SourceView[]): Section => ({
  table: {
    head: words.sourcesHead,
    rows: sources.map(({ id, title, terms, rights, entities, version }): readonly Cell[] => [
      { text: title, href: `${tab}/${id}` },
      words.sourceKinds[terms.kind],
      rights === null ? words.everyRight : rights.map(wording.inPlainWords).join(', '),
      entities.map(({ description }) => description).join('; ') || '–',
      String(version),
    ]),
  },
  empty: words.noSource,
  links: [{ text: words.registerSource, href: `${tab}/new` }],
});

const rightsField = (chosen: readonly string[]): FormField => ({
  name: 'rights',
  kind: 'choices',
  label: words.sourceRights,
  hint: words.sourceRightsHint,
  items: caseRights.map(right => ({
    value: right,
    text: wording.inPlainWords(right),
    isChosen: chosen.includes(right),
  })),
});

const chosenIn = (form: Form): readonly string[] => [form['rights'] ?? []].flat();

/** None chosen is each of them; a word that is no right is for the API to refuse. */
const rightsIn = (form: Form): SourceBody['rights'] => {
  const chosen = chosenIn(form);
  return chosen.length === 0 ? null : caseRights.filter(right => chosen.includes(right));
};

const registered = ['task', 'webhook', 'task-queue'] as const;

/** First how it is asked, then what that way needs. */
export function registering(form: Form): Section {
  const kind = registered.find(one => one === textOf(form['kind']));
  return kind === undefined ? choosingKind : ofKind(kind, form);
}

const choosingKind: Section = {
  title: words.registerSource,
  paragraphs: [words.registerExplain, words.sourceKind],
  links: registered.map(kind => ({ text: words.sourceKinds[kind], href: `${tab}/new?kind=${kind}` })),
};

function ofKind(kind: (typeof registered)[number], form: Form): Section {
  const line = (name: string, label: string, hint?: string): FormField => ({
    ...{ name, kind: 'line', label, value: textOf(form[name]) },
    ...(hint !== undefined && { hint }),
  });
  return {
    title: `${words.registerSource}: ${words.sourceKinds[kind]}`,
    links: [{ text: words.otherKind, href: `${tab}/new` }],
    form: {
      action: `${tab}/new`,
      method: 'post',
      fields: [
        { name: 'kind', kind: 'hidden', value: kind },
        line('title', words.sourceTitle),
        line('name', words.sourceName, words.sourceNameHint),
        ...reachedBy(termsIn(kind, form), form),
        rightsField(chosenIn(form)),
      ],
      button: words.registerDo,
    },
  };
}

function termsIn(kind: string, form: Form): Terms {
  const text = (name: string): string => textOf(form[name]);
  if (kind === 'webhook') return { kind, url: text('url') };
  if (kind === 'task-queue') {
    const [namespace, taskQueue, workflowType] = [text('namespace'), text('taskQueue'), text('workflowType')];
    return { kind, namespace, taskQueue, workflowType };
  }
  return { kind: 'task', email: text('email') };
}

/** Held to its schema by the API. */
export const sourceFrom = (form: Form): SourceBody => ({
  name: textOf(form['name']),
  title: textOf(form['title']),
  rights: rightsIn(form) ?? null,
  entities: [],
  terms: termsIn(textOf(form['kind']), form),
});

/** How it is reached, where that is words on a page and no query. */
function reachedBy(terms: Terms, form: Form): readonly FormField[] {
  const line = (name: string, label: string, value: string): FormField => ({
    ...{ name, kind: 'line', label },
    value: form[name] === undefined ? value : textOf(form[name]),
  });
  switch (terms.kind) {
    case 'task':
      return [line('email', words.sourceEmail, terms.email)];
    case 'webhook':
      return [{ ...line('url', words.sourceUrl, terms.url), hint: words.sourceUrlHint }];
    case 'task-queue':
      return [
        line('namespace', words.sourceNamespace, terms.namespace),
        line('taskQueue', words.sourceQueue, terms.taskQueue),
        line('workflowType', words.sourceWorkflow, terms.workflowType),
      ];
    case 'postgresql':
      return [];
  }
}

export function changing({ id, name, title, terms, rights }: SourceView, form: Form): Section {
  const isFilled = form['title'] !== undefined;
  return {
    title: words.changeSource(title),
    paragraphs: [words.changeExplain(name, words.sourceKinds[terms.kind])],
    form: {
      action: `${tab}/${id}`,
      method: 'post',
      fields: [
        {
          name: 'title',
          kind: 'line',
          label: words.sourceTitle,
          value: isFilled ? textOf(form['title']) : title,
        },
        ...reachedBy(terms, form),
        rightsField(isFilled ? chosenIn(form) : (rights ?? [])),
      ],
      button: words.changeDo,
    },
  };
}

export const changeFrom = ({ terms: { kind } }: SourceView, form: Form): SourceChangeBody => ({
  title: textOf(form['title']),
  rights: rightsIn(form) ?? null,
  ...(kind !== 'postgresql' && { terms: termsIn(kind, form) }),
});

export const removing = ({ id }: SourceView): Section => ({
  title: words.removeSource,
  paragraphs: [words.removeExplain],
  form: {
    action: `${tab}/${id}`,
    method: 'post',
    fields: [{ name: 'intent', kind: 'hidden', value: 'remove' }],
    button: words.removeDo,
    isWarning: true,
  },
});

/** Shown once: the answer is kept nowhere. */
export const secretShown = (secret: string): Section => ({
  title: words.sourceDones.registered,
  paragraphs: [words.secretExplain],
  text: secret,
  links: [{ text: words.tabs.sources, href: tab }],
});
