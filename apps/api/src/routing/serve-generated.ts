import type { Type } from '@nestjs/common';
import type { Route } from '@duly/api-contract';
import type { Answer } from '../calls/answer.js';
import { TheCall, type Call } from '../calls/call.js';
import { successStatuses } from '../http-status.js';
import type { Caller } from '../sign-in/caller.js';
import { From } from '../sign-in/sign-in-guard.js';
import { Body, Params } from './checked.js';
import { Serves } from './serves.js';

/** What a path with an id names. */
export interface Named {
  readonly id: string;
}

/** What decorators would do by hand: a method named as the route's operation, taking who calls, what the path names, and the body. */
function serve<Controller extends object>(
  controller: Type<Controller>,
  route: Route,
  by: ParameterDecorator,
  method: (this: Controller, by: never, named: Named, body: object) => Promise<Answer>,
): void {
  const prototype = controller.prototype as object;
  const descriptor = { value: method, writable: true, configurable: true, enumerable: false };
  Object.defineProperty(method, 'name', { value: route.operation });
  Object.defineProperty(prototype, route.operation, descriptor);
  [by, Params(), Body()].forEach((decorate, place) => decorate(prototype, route.operation, place));
  Serves(route, route.permission)(prototype, route.operation, descriptor);
}

/** A route that does something, once for each key. */
export function serveGenerated<Controller extends object>(
  controller: Type<Controller>,
  route: Route,
  answer: (controller: Controller, call: Call, named: Named, body: object) => Promise<Answer>,
): void {
  serve(controller, route, TheCall(), function (this: Controller, call: Call, named, body) {
    return answer(this, call, named, body);
  });
}

/** A route that only asks: it needs no key. */
export function serveGeneratedQuestion<Controller extends object>(
  controller: Type<Controller>,
  route: Route,
  answer: (controller: Controller, caller: Caller, named: Named, body: object) => Promise<object>,
): void {
  serve(controller, route, From(), async function (this: Controller, caller: Caller, named, body) {
    return { status: successStatuses.ok, body: await answer(this, caller, named, body) };
  });
}
