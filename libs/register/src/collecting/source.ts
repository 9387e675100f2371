import type { CaseRight } from '@duly/case';
import type { DataOrigin, LawfulBasis } from '@duly/law';

/** How a source is asked: a person; a signed message; a query; a workflow of a team's own. */
export const sourceKinds = ['task', 'webhook', 'postgresql', 'task-queue'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** One field that a source holds, and where its data comes from (UK GDPR Arts 13–15, 20). */
export interface FieldHeld {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'decimal' | 'boolean' | 'date' | 'instant' | 'list' | 'object';
  readonly description: string;
  readonly origin: DataOrigin;
  readonly basis: LawfulBasis;
  readonly term?: string;
}

/** A kind of record that a source holds. With the source's name it is an entity of a package. */
export interface EntityHeld {
  readonly name: string;
  readonly description: string;
  readonly fields: readonly FieldHeld[];
}

/** What a query may be given of the person, each as a parameter. */
export const queryParameters = ['name', 'email', 'phone', 'postalAddress', 'reference'] as const;
export type QueryParameter = (typeof queryParameters)[number];

/** One SELECT for one entity: `$1`, `$2` … stand for the parameters in their order. */
export interface SourceQuery {
  readonly entity: string;
  readonly statement: string;
  readonly parameters: readonly QueryParameter[];
}

/** How a source is asked, by its kind. Secrets are kept apart, sealed. */
export type SourceTerms =
  | { readonly kind: 'task'; readonly email: string }
  | { readonly kind: 'webhook'; readonly url: string }
  | {
      readonly kind: 'postgresql';
      readonly queries: readonly SourceQuery[];
      /** Seconds that one query may take. */
      readonly seconds: number;
      /** Rows that one query may give. */
      readonly rows: number;
    }
  | {
      readonly kind: 'task-queue';
      readonly namespace: string;
      readonly taskQueue: string;
      readonly workflowType: string;
    };

/** A team, a system or a processor that holds data about people. */
export interface Source {
  readonly sourceId: string;
  /** Lower-case letters, digits and `-`; unique among those that are not removed. */
  readonly name: string;
  /** As people call it. */
  readonly title: string;
  readonly kind: SourceKind;
  /** The rights for which it is asked; null: each of them. */
  readonly rights: readonly CaseRight[] | null;
  readonly entities: readonly EntityHeld[];
  readonly terms: SourceTerms;
  readonly version: number;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly hasSecret: boolean;
  /** Two secrets are in force until then; null where one is. */
  readonly earlierSecretUntil: string | null;
}

export const selectSource = `SELECT source_id AS "sourceId", name, title, kind, rights, entities, terms, version, created_by AS "createdBy",
  created_at AS "createdAt", changed_at AS "changedAt", secret IS NOT NULL AS "hasSecret",
  CASE WHEN earlier_until > now() THEN earlier_until END AS "earlierSecretUntil"
  FROM register.source`;
