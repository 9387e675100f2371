import { Validator } from '@seriousme/openapi-schema-validator';
import {
  caseVerbs,
  check,
  codesToRepeat,
  openApiDocument,
  permissions,
  problemsOf,
  problemStatuses,
  routerPath,
  routes,
  type Route,
} from './index.js';
import { verbs, requestVerbs } from '@duly/case';

const document = openApiDocument(routes, {
  title: 'Duly',
  version: '0.1.0',
  server: 'http://127.0.0.1:3000',
});

const plain = () => JSON.parse(JSON.stringify(document)) as Record<string, unknown>;

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, { readonly content?: object; readonly headers?: object }>>;
  readonly 'x-permission': string;
}
const paths = JSON.parse(JSON.stringify(document.paths)) as Readonly<
  Record<string, Readonly<Record<string, Operation>>>
>;
const operationOf = ({ path, method }: Route): Operation => paths[path]![method]!;

const named = routes.map(route => ({ name: `${route.method} ${route.path}`, route }));

describe('the published document', () => {
  it('is OpenAPI 3.1', async () => {
    const outcome = await new Validator().validate(plain());
    expect(outcome).toEqual({ valid: true });
    expect(document.openapi).toMatch(/^3\.1\./u);
    const broken = { ...plain(), paths: { 'no-slash': { get: { responses: {} } } } };
    expect((await new Validator().validate(broken)).valid).toBe(false);
  });

  it('holds every route once, under a name of its own', () => {
    expect(new Set(named.map(({ name }) => name)).size).toBe(routes.length);
    expect(new Set(routes.map(({ operation }) => operation)).size).toBe(routes.length);
    for (const route of routes) expect(operationOf(route).operationId).toBe(route.operation);
  });

  it('has a route for every verb', () => {
    const paths = routes.map(({ path }) => path);
    for (const verb of caseVerbs) expect(paths).toContain(`/v1/cases/{id}/${verb}`);
    for (const verb of requestVerbs) expect(paths).toContain(`/v1/requests/{id}/${verb}`);
    // The list of suppressions gives this one itself.
    const given = new Set([...caseVerbs, ...requestVerbs, 'list-objector']);
    expect([...given].sort()).toEqual([...verbs].sort());
  });

  it('gathers what is used in several places as components', () => {
    const components = Object.keys(document.components?.schemas ?? {});
    for (const name of ['Problem', 'Person', 'CaseItem', 'Case', 'Request', 'Clock', 'Timeline', 'Task']) {
      expect(components).toContain(name);
    }
    expect(components.filter(name => name.endsWith('Output') || name.startsWith('__'))).toEqual([]);
  });
});

describe.each(named)('$name', ({ route }) => {
  it('names one permission, and says it', () => {
    expect([...permissions, 'nothing']).toContain(route.permission);
    expect(operationOf(route)['x-permission']).toBe(route.permission);
  });

  it('describes the headers of its answers: the correlation id on all, Retry-After where the same may succeed later', () => {
    for (const [status, { headers = {} }] of Object.entries(operationOf(route).responses)) {
      expect(headers).toHaveProperty('x-correlation-id');
      const codes = problemsOf(route).filter(code => String(problemStatuses[code]) === status);
      const mayRepeat = codes.some(code => (codesToRepeat as readonly string[]).includes(code));
      const isReadiness = route.path === '/health/ready' && status === '503';
      if (!isReadiness) expect('retry-after' in headers).toBe(mayRepeat);
      expect('www-authenticate' in headers).toBe(status === '401');
    }
  });

  it('documents an answer for every way in which it can fail', () => {
    const { responses } = operationOf(route);
    for (const code of problemsOf(route)) expect(responses).toHaveProperty(String(problemStatuses[code]));
    expect(responses['500']?.content).toHaveProperty('application/problem+json');
  });

  it('has examples that its own schemas accept', () => {
    for (const { schema, example } of route.answers) {
      expect(check(schema, example)).toMatchObject({ isValid: true });
    }
    if (route.body !== undefined) {
      expect(check(route.body.schema, route.body.example)).toMatchObject({ isValid: true });
    }
  });

  it('has its parameters, and a key against doubles where it is a POST', () => {
    const parameters = (operationOf(route).parameters ?? []).map(({ name }) => name);
    expect(parameters.includes('idempotency-key')).toBe(route.method === 'post' && !route.isQuestion);
    expect(parameters.includes('id')).toBe(route.path.includes('{id}'));
    expect(routerPath(route)).not.toMatch(/[{}]/u);
  });

  it('takes no field that it does not know', () => {
    if (route.body === undefined) return;
    const body = { ...(route.body.example as object), somethingElse: 1 };
    expect(check(route.body.schema, body)).toMatchObject({
      isValid: false,
      errors: [{ field: 'somethingElse', message: 'is not a field that can be given here' }],
    });
  });
});
