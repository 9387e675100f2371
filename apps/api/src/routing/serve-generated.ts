import type { Type } from '@nestjs/common';
import type { Route } from '@duly/api-contract';
import type { Answer } from '../calls/answer.js';
import { TheCall, type Call } from '../calls/call.js';
import { Body, Params } from './checked.js';
import { Serves } from './serves.js';

/** What a path with an id names. */
export interface Named {
  readonly id: string;
}

/** What decorators would do by hand: a method named as the route's operation, taking the call, what the path names, and the body. */
export function serveGenerated<Controller extends object>(
  controller: Type<Controller>,
  route: Route,
  serve: (controller: Controller, call: Call, named: Named, body: object) => Promise<Answer>,
): void {
  const prototype = controller.prototype as object;
  const method = function (this: Controller, call: Call, named: Named, body: object): Promise<Answer> {
    return serve(this, call, named, body);
  };
  const descriptor = { value: method, writable: true, configurable: true, enumerable: false };
  Object.defineProperty(method, 'name', { value: route.operation });
  Object.defineProperty(prototype, route.operation, descriptor);
  [TheCall(), Params(), Body()].forEach((decorate, place) => decorate(prototype, route.operation, place));
  Serves(route, route.permission)(prototype, route.operation, descriptor);
}
