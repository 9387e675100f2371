import { applyDecorators, Get, HttpCode, Post } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { routerPath, type Route } from '@duly/api-contract';
import { successStatuses } from '../http-status.js';

/** The contract's route that a method serves; read by whoever checks what comes in. */
export const ServedRoute = Reflector.createDecorator<Route>();

/**
 * Serves a route of the contract. The permission is the contract's and stands here to be seen: another one does not
 * compile, and a method without a route lets nobody in.
 */
export function Serves<Served extends Route>(
  route: Served,
  _permission: Served['permission'],
): MethodDecorator {
  const method = route.method === 'get' ? Get : Post;
  return applyDecorators(method(routerPath(route)), HttpCode(successStatuses.ok), ServedRoute(route));
}

const reflector = new Reflector();

/** @throws Error for a method that serves no route of the contract. */
export function routeServedBy(handler: { readonly name: string }): Route {
  const route = reflector.get(ServedRoute, handler as () => unknown) as Route | undefined;
  if (!route) throw new Error(`The method ${handler.name} serves no route of the contract.`);
  return route;
}
