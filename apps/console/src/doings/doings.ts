import {
  collectionRoutes,
  deliveryRoutes,
  packageRoutes,
  type Permission,
  type Route,
} from '@duly/api-contract';
import { stepFields, type StepField } from '../steps/step-fields.js';

/** What is done about a case beside its steps: sources, packages, deliveries. Each is one route of the API. */
export interface Doing {
  readonly verb: string;
  readonly route: Route;
  readonly permission: Permission;
  readonly fields: readonly StepField[];
}

const routes = {
  collect: collectionRoutes.collectCase,
  'erase-at-sources': collectionRoutes.eraseAtSources,
  'approve-erasure-at-sources': collectionRoutes.approveErasureAtSources,
  'build-package': packageRoutes.buildPackage,
  'prepare-delivery': deliveryRoutes.prepareDelivery,
} as const satisfies Readonly<Record<string, Route>>;

/** The package is the newest one, which is what people mean. */
const leftOut: readonly string[] = ['package'];

export const doingNames = Object.keys(routes);

/** @returns undefined for a word that is none */
export function doingFor(word: string): Doing | undefined {
  const [verb, route] = Object.entries(routes).find(([name]) => name === word) ?? [];
  if (verb === undefined || route === undefined) return undefined;
  const fields = stepFields(route.body.schema).filter(({ name }) => !leftOut.includes(name));
  return { verb, route, permission: route.permission, fields };
}
