import { escapeUTF8 } from 'entities';
import type { Value } from '../records/entity.js';

/** Characters that no XML 1.0 document may hold, and the backslash that then stands for them. */
const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;
const notXmlOrBackslash = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\\]/g;

const asEscape = (character: string): string =>
  character === '\\' ? '\\\\' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A parser would turn a carriage return into a line feed. */
const kept = (text: string): string => escapeUTF8(text).replaceAll('\r', '&#13;');

/** In an attribute it would turn line ends and tabs into spaces as well. */
export const attributeOf = (text: string): string =>
  kept(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');

/**
 * An element with text. What XML cannot hold is written with the escapes of JSON and marked `escaped="true"`, as XPath's
 * `json-to-xml` does.
 */
export function textElement(name: string, text: string, attributes = ''): string {
  if (!notXml.test(text)) return `<${name}${attributes}>${kept(text)}</${name}>`;
  return `<${name}${attributes} escaped="true">${kept(text.replace(notXmlOrBackslash, asEscape))}</${name}>`;
}

const keyed = (key: string | undefined): string => {
  if (key === undefined) return '';
  if (!notXml.test(key)) return ` key="${attributeOf(key)}"`;
  return ` escaped-key="true" key="${attributeOf(key.replace(notXmlOrBackslash, asEscape))}"`;
};

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** JSON of any depth in XML, as W3C's XPath and XQuery Functions 3.1 (17.4.2) writes it. */
export function treeElement(value: Value, key?: string): string {
  const attributes = keyed(key);
  if (value === null) return `<j:null${attributes}/>`;
  if (typeof value === 'string') return textElement('j:string', value, attributes);
  if (typeof value !== 'object') return `<j:${typeof value}${attributes}>${value}</j:${typeof value}>`;
  return isList(value)
    ? `<j:array${attributes}>${value.map(one => treeElement(one)).join('')}</j:array>`
    : `<j:map${attributes}>${Object.entries(value)
        .map(([name, one]) => treeElement(one, name))
        .join('')}</j:map>`;
}
