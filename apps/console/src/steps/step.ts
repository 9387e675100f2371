import {
  caseCommandRoutes,
  casePreviewRoutes,
  isCaseVerb,
  requestCommandRoutes,
  requestPreviewRoutes,
  type Route,
} from '@duly/api-contract';
import { verbs, type Verb } from '@duly/case';
import { NotFoundException } from '@nestjs/common';
import { wording } from '../wording/index.js';
import { stepFields, type StepField } from './step-fields.js';

/** One verb of the API as a page: what it asks for, and the routes that show and do it. */
export interface Step {
  readonly verb: Verb;
  readonly title: string;
  readonly of: 'case' | 'request';
  readonly command: Route;
  /** Undefined of a step that writes no letter. */
  readonly preview: Route | undefined;
  readonly fields: readonly StepField[];
}

function routesOf(verb: Verb): Pick<Step, 'of' | 'preview'> & { readonly command: Route | undefined } {
  if (isCaseVerb(verb)) {
    const previews: Readonly<Record<string, Route>> = casePreviewRoutes;
    return { of: 'case', command: caseCommandRoutes[verb], preview: previews[verb] };
  }
  const [commands, previews]: Readonly<Record<string, Route>>[] = [
    requestCommandRoutes,
    requestPreviewRoutes,
  ];
  return { of: 'request', command: commands?.[verb], preview: previews?.[verb] };
}

/** @throws NotFoundException for a word that is no verb */
export function stepFor(word: string): Step {
  const verb = verbs.find(one => one === word);
  const { of, command, preview } = verb
    ? routesOf(verb)
    : { of: 'case' as const, command: undefined, preview: undefined };
  if (!verb || !command?.body) throw new NotFoundException();
  return {
    verb,
    title: wording.stepTitle(verb),
    of,
    command,
    preview,
    fields: stepFields(command.body.schema),
  };
}
