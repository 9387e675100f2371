import type { ChildNamed, WordsId } from '../../names.js';

/** The right is the child's own; an assessment says who may use it (R48). */
export interface CompetenceEvents {
  CompetenceAssessed: ChildNamed & {
    readonly occasion?: string;
    readonly competent: boolean;
    readonly agrees: boolean;
    readonly reasons: WordsId;
  };
}

export const competenceEvents: Readonly<Record<keyof CompetenceEvents, true>> = { CompetenceAssessed: true };
