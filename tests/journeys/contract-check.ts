import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

interface Described {
  readonly headers?: Readonly<Record<string, { readonly required?: boolean }>>;
}

interface Document {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Described>> }>>>
  >;
}

/** What the published document must name wherever it is sent. */
const toldHeaders = ['retry-after', 'www-authenticate', 'x-correlation-id'];

const pointer = (...parts: readonly string[]): string =>
  parts.map(part => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Holds every response against the published OpenAPI document: its status and headers must be named there, and its body must fit. */
export class ContractCheck {
  /** Every operation that was answered, with its status: `post /v1/requests 201`. */
  readonly seen = new Set<string>();
  private readonly ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  private readonly compiled = new Map<string, ValidateFunction>();
  private readonly templates: readonly { readonly path: string; readonly pattern: RegExp }[];

  constructor(private readonly document: Document) {
    this.ajv.addSchema({ ...document, $id: 'openapi' });
    // A path without a parameter goes before one with it.
    this.templates = Object.keys(document.paths)
      .sort((one, other) => Number(one.includes('{')) - Number(other.includes('{')))
      .map(path => ({ path, pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`) }));
  }

  /** @throws Error naming the operation and what does not fit. */
  check(method: string, path: string, { status, headers, body }: Answered): void {
    const template = this.templates.find(({ pattern }) => pattern.test(path.split('?')[0] ?? ''));
    // An address that is no route has no entry; its problem is checked by whoever asked for it.
    if (!template) return;
    const operation = this.document.paths[template.path]?.[method.toLowerCase()];
    if (!operation) return;
    const name = `${method.toLowerCase()} ${template.path} ${status}`;
    const described = operation.responses[String(status)];
    if (!described) throw new Error(`${name}: the document names no such status.`);
    this.checkHeaders(name, described, headers);
    const [type = ''] = (headers.get('content-type') ?? '').split(';');
    const at = pointer(
      'paths',
      template.path,
      method.toLowerCase(),
      'responses',
      String(status),
      'content',
      type,
      'schema',
    );
    const validate = this.compiledAt(name, at);
    if (!validate(body)) throw new Error(`${name} does not fit: ${this.ajv.errorsText(validate.errors)}`);
    this.seen.add(name);
  }

  private checkHeaders(name: string, { headers: named = {} }: Described, sent: Headers): void {
    const unnamed = toldHeaders.filter(header => sent.has(header) && !(header in named));
    if (unnamed.length > 0) throw new Error(`${name}: the document names no header ${unnamed.join(', ')}.`);
    const missing = Object.keys(named).filter(header => named[header]?.required && !sent.has(header));
    if (missing.length > 0) throw new Error(`${name}: the answer lacks the header ${missing.join(', ')}.`);
  }

  private compiledAt(name: string, at: string): ValidateFunction {
    const known = this.compiled.get(at);
    if (known) return known;
    try {
      const validate = this.ajv.compile({ $ref: `openapi#${encodeURI(at)}` });
      this.compiled.set(at, validate);
      return validate;
    } catch (error) {
      throw new Error(`${name}: the document has no schema at ${at} (${String(error)})`);
    }
  }
}
