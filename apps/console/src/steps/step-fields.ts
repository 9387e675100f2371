import { z } from 'zod';

/** One thing that a step asks for, as a page shows it. */
export interface StepField {
  readonly name: string;
  readonly kind: 'words' | 'line' | 'date' | 'instant' | 'number' | 'yes-or-no' | 'choice' | 'choices';
  readonly isNeeded: boolean;
  readonly hint: string | undefined;
  /** Of a choice. */
  readonly choices: readonly string[];
  /** Of several choices that the API wants as objects: the property that holds the choice. */
  readonly property: string | undefined;
  /** Of several choices that each take words of their own: the property that holds them. */
  readonly words: string | undefined;
}

interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly $ref?: string;
  readonly description?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly maxLength?: number;
}

/** The page itself sees to these: the version that was read, and the tick that one knows it makes the case late. */
const ownFields = ['expectedVersion', 'confirmLate'];
/** A text longer than this has several lines. */
const oneLine = 500;

function kindOf(schema: Schema): StepField['kind'] {
  if (schema.enum) return 'choice';
  if (schema.format === 'date') return 'date';
  if (schema.format === 'date-time') return 'instant';
  if (schema.$ref !== undefined || (schema.maxLength ?? 0) > oneLine) return 'words';
  switch (schema.type) {
    case 'array':
      return 'choices';
    case 'boolean':
      return 'yes-or-no';
    case 'integer':
    case 'number':
      return 'number';
    case undefined:
    default:
      return 'line';
  }
}

function choicesOf({ enum: choices, items }: Schema): Pick<StepField, 'choices' | 'property' | 'words'> {
  const plain = choices ?? items?.enum;
  if (plain) return { choices: plain, property: undefined, words: undefined };
  const properties = Object.entries(items?.properties ?? {});
  const [property, schema] = properties.find(([, one]) => one.enum) ?? [];
  const words = properties.find(([, one]) => one !== schema)?.[0];
  return { choices: schema?.enum ?? [], property, words };
}

/** What is asked for, as JSON Schema; a body that has a name in the contract stands among the definitions. */
function schemaOf(body: z.ZodType): Schema {
  const { $defs = {}, ...schema } = z.toJSONSchema(body, {
    io: 'input',
    unrepresentable: 'any',
  }) as Schema & {
    readonly $defs?: Readonly<Record<string, Schema>>;
  };
  return $defs[schema.$ref?.split('/').at(-1) ?? ''] ?? schema;
}

/** What a step asks for, read from the schema that the API holds it to: a page can ask for nothing else. */
export function stepFields(body: z.ZodType): readonly StepField[] {
  const { properties = {}, required = [] } = schemaOf(body);
  return Object.entries(properties)
    .filter(([name]) => !ownFields.includes(name))
    .map(([name, schema]) => ({
      name,
      kind: kindOf(schema),
      isNeeded: required.includes(name),
      hint: schema.description,
      ...choicesOf(schema),
    }));
}
