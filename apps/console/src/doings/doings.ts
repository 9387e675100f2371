import {
  collectionRoutes,
  deliveryRoutes,
  documentRoutes,
  packageRoutes,
  suppressionRoutes,
  type Permission,
  type Route,
} from '@duly/api-contract';
import { stepFields, type StepField } from '../steps/step-fields.js';

/** Of what a case has, the one that something is done about. */
export type ThingKind = 'ask' | 'delivery' | 'document' | 'package';

/** What is done about a case beside its steps: sources, packages, deliveries. Each is one route of the API. */
export interface Doing {
  readonly verb: string;
  readonly route: Route;
  readonly permission: Permission;
  readonly fields: readonly StepField[];
  /** Absent where it is about the whole case. */
  readonly about?: ThingKind;
}

const routes = {
  collect: { route: collectionRoutes.collectCase },
  'set-source-aside': { route: collectionRoutes.setSourceAside, about: 'ask' },
  'ask-source-again': { route: collectionRoutes.askSourceAgain, about: 'ask' },
  'erase-at-sources': { route: collectionRoutes.eraseAtSources },
  'approve-erasure-at-sources': { route: collectionRoutes.approveErasureAtSources },
  'build-package': { route: packageRoutes.buildPackage },
  'tell-password': { route: packageRoutes.showPackagePassword, about: 'package' },
  'prepare-delivery': { route: deliveryRoutes.prepareDelivery },
  'renew-delivery': { route: deliveryRoutes.renewDelivery, about: 'delivery' },
  'tell-code': { route: deliveryRoutes.showDeliveryCode, about: 'delivery' },
  'record-posted': { route: deliveryRoutes.recordPosted, about: 'delivery' },
  'begin-transfer': { route: deliveryRoutes.beginTransfer, about: 'delivery' },
  'remove-document': { route: documentRoutes.removeDocument, about: 'document' },
  'stop-marketing-to': { route: suppressionRoutes.addSuppression },
} as const satisfies Readonly<Record<string, { readonly route: Route; readonly about?: ThingKind }>>;

/** The package is the newest one, which is what people mean; the request is that of the case. */
const leftOut: readonly string[] = ['package', 'request'];

export const doingNames = Object.keys(routes);

/** @returns undefined for a word that is none */
export function doingFor(word: string): Doing | undefined {
  const [verb, named] = Object.entries(routes).find(([name]) => name === word) ?? [];
  if (verb === undefined || named === undefined) return undefined;
  const { route } = named;
  const fields = stepFields(route.body.schema).filter(({ name }) => !leftOut.includes(name));
  return { verb, permission: route.permission, fields, ...named };
}
