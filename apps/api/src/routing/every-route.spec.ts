import 'reflect-metadata';
import { permissions, routes, type Route } from '@duly/api-contract';
import { controllers } from '../api.module.js';
import { routeServedBy } from './serves.js';

const methodsOf = ({ prototype }: { readonly prototype: object }): readonly { readonly name: string }[] =>
  Object.getOwnPropertyNames(prototype)
    .filter(name => name !== 'constructor')
    .map((name): unknown => Reflect.get(prototype, name))
    .filter(method => typeof method === 'function');

const served: readonly Route[] = controllers.flatMap(methodsOf).map(routeServedBy);

describe('the controllers', () => {
  it('serve every route of the contract once, and no other', () => {
    expect(served.map(({ operation }) => operation).sort()).toEqual(
      routes.map(({ operation }) => operation).sort(),
    );
  });

  it('let nobody in without a permission, but to health, figures, the document and a calendar whose link is the key', () => {
    for (const { permission } of served) expect([...permissions, 'nothing']).toContain(permission);
    const open = served.filter(({ permission }) => permission === 'nothing').map(({ path }) => path);
    expect(open.sort()).toEqual([
      '/d/{token}',
      '/d/{token}',
      '/health/live',
      '/health/ready',
      '/metrics',
      '/openapi.json',
      // A source’s own system brings the token that it was given.
      '/v1/asks/{ask}',
      '/v1/asks/{ask}/answer',
      '/v1/asks/{ask}/documents',
      '/v1/asks/{ask}/records/{entity}',
      '/v1/feeds/{id}',
      // Its message is signed instead.
      '/v1/mail/reports',
      // Another controller brings the token that it was given.
      '/v1/transfers/{transfer}',
      '/v1/transfers/{transfer}',
      '/v1/transfers/{transfer}/pieces/{offset}',
    ]);
  });
});

describe('a method that serves no route', () => {
  it('is a fault, so that it lets nobody in', () => {
    const forgotten = () => 'served by chance';
    expect(() => routeServedBy(forgotten)).toThrow('forgotten');
  });
});
