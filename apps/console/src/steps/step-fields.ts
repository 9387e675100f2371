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

function choicesOf({ enum: choices, items }: Schema): Pick<StepField, 'choices' | 'property'> {
  if (choices ?? items?.enum) return { choices: choices ?? items?.enum ?? [], property: undefined };
  const [property, schema] = Object.entries(items?.properties ?? {}).find(([, one]) => one.enum) ?? [];
  return { choices: schema?.enum ?? [], property };
}

/** What a step asks for, read from the schema that the API holds it to: a page can ask for nothing else. */
export function stepFields(body: z.ZodType): readonly StepField[] {
  const { properties = {}, required = [] } = z.toJSONSchema(body, {
    io: 'input',
    unrepresentable: 'any',
  }) as Schema;
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
