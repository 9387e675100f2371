import { taskIdPattern } from '@duly/api-contract';
import { taskKinds, type TaskKind } from '@duly/case';
import type { Form } from '../steps/read-form.js';

export interface Ticked {
  readonly id: string;
  /** What the page showed of it; for the eye alone. */
  readonly reference: string;
  readonly kind: TaskKind | undefined;
}

/** The work whose boxes were ticked: `id reference kind` each. What is no id of a task is left out. */
export function readTicked(given: Form[string]): readonly Ticked[] {
  return [given ?? []].flat().flatMap(one => {
    const [id = '', reference = '', word] = one.split(' ');
    if (!taskIdPattern.test(id)) return [];
    return [{ id, reference, kind: taskKinds.find(kind => kind === word) }];
  });
}
