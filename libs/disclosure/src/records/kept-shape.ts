import type { Entity, FieldType } from './entity.js';

const escape = String.raw`\\(?:["\\bfnrt]|u00[01][\da-f])`;
const text = String.raw`"[^"\\\x00-\x1f]*(?:${escape}[^"\\\x00-\x1f]*)*"`;
/** A double holds every one of up to 15 digits. */
const smallInteger = String.raw`(?:0|-?[1-9]\d{0,14})`;
const scalar = `(?:null|true|false|${smallInteger}|${text})`;

const many = (one: string): string => `(?:${one}(?:,${one})*)?`;
const treeOf = (leaf: string): string => `(?:${leaf}|${listOf(leaf)}|${objectOf(leaf)})`;
const listOf = (one: string): string => String.raw`\[${many(one)}\]`;
const objectOf = (one: string): string => String.raw`\{${many(`${text}:${one}`)}\}`;

/** Deeper trees, and numbers with a part, are read as if they had just come: each kind is told from the next by its first character. */
const tree = treeOf(scalar);

/** How `JSON.stringify` writes what `valueOf` gives, or a part of that; nothing else matches. */
const shapes: Readonly<Record<FieldType, string>> = {
  text,
  integer: String.raw`(?:${smallInteger}|"-?[1-9]\d{16,999}")`,
  decimal: String.raw`"-?(?:0|[1-9]\d*)(?:\.\d+)?"`,
  boolean: '(?:true|false)',
  date: String.raw`"\d{4}-\d\d-\d\d"`,
  instant: String.raw`"[\dT:.Z+-]{20,35}"`,
  list: listOf(tree),
  object: objectOf(tree),
};

/**
 * Finds, where its search begins and nowhere else, one line that holds each field of an entity in order as it is kept, and gives the JSON
 * of each. It never looks at one character for two reasons, so a line takes time by its length alone, whoever wrote it.
 */
export const shapeOf = ({ fields }: Entity): RegExp =>
  new RegExp(
    String.raw`\{${fields.map(({ name, type }) => `"${name}":(null|${shapes[type]})`).join(',')}\}(?:\n|$)`,
    'y',
  );
