import { randomUUID } from 'node:crypto';
import type { Problem } from '@duly/api-contract';
import { problemAt } from '../pages/problem-at.js';
import type { FormField, Section } from '../pages/section.js';
import type { Form } from '../steps/read-form.js';
import { wording } from '../wording/index.js';
import { administrationTabs } from './tabs.js';

export interface Told {
  readonly form?: Form;
  readonly problem?: Problem;
  readonly done?: string;
}

const isFieldOf = ({ form }: Section): readonly FormField[] => form?.fields ?? [];

/** What a page of administration shows: the tabs, what was done or refused, and its sections. */
export function administrationPage(tabHere: string, sections: readonly Section[], told: Told = {}) {
  const { problem, ...more } = told;
  return {
    ...more,
    ...(problem && problemAt(problem, sections.flatMap(isFieldOf))),
    here: 'administration',
    title: wording.administration.title,
    tabs: administrationTabs,
    tabHere,
    key: randomUUID(),
    sections,
  };
}
