import { SaxesParser, type SaxesTagNS } from 'saxes';
import { validateXML } from 'xmllint-wasm';
import { everyType, hostile, hostileRecords, textOf, vocabulary } from '../hostile-records.given.js';
import type { FieldType, Value } from '../records/entity.js';
import { xmlFiles } from './xml.js';

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

function tree(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, attributes }: SaxesTagNS) => {
    const given = Object.values(attributes).map(({ local: name, value }) => [name, value]);
    const node = { name: local, attributes: Object.fromEntries(given), children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', text => {
    const node = open.at(-1);
    if (node) node.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return root;
}

const unescaped = (text: string): string =>
  text.replace(/\\(\\|u([0-9a-f]{4}))/g, (_, whole: string, code?: string) =>
    code === undefined ? whole : String.fromCharCode(Number.parseInt(code, 16)),
  );
const textIn = ({ text, attributes }: Node): string =>
  attributes['escaped'] === 'true' ? unescaped(text) : text;

function json(node: Node): Value {
  switch (node.name) {
    case 'null':
      return null;
    case 'string':
      return textIn(node);
    case 'number':
      return Number(node.text);
    case 'boolean':
      return node.text === 'true';
    case 'array':
      return node.children.map(json);
    default:
      return Object.fromEntries(
        node.children.map(one => {
          const key = one.attributes['key'] ?? '';
          return [one.attributes['escaped-key'] === 'true' ? unescaped(key) : key, json(one)];
        }),
      );
  }
}

function read(node: Node, type: FieldType | undefined): Value {
  if (node.attributes['nil'] === 'true') return null;
  const [inside] = node.children;
  if (inside) return json(inside);
  if (type === 'boolean') return node.text === 'true';
  if (type === 'integer') return Number.isSafeInteger(Number(node.text)) ? Number(node.text) : node.text;
  return textIn(node);
}

const [file, schema] = xmlFiles(hostile, vocabulary);
const types = new Map(everyType.fields.map(({ name, type }) => [name, type]));

describe('XML', () => {
  it('gives back every value as it is held', async () => {
    const [records] = tree(await textOf(file)).children;
    const read_ = records?.children.map(record =>
      Object.fromEntries(record.children.map(one => [one.name, read(one, types.get(one.name))])),
    );
    expect(read_).toEqual(hostileRecords);
  });

  it('keeps to the XML Schema that goes with it', async () => {
    const xsd = await textOf(schema);
    const { valid, errors } = await validateXML({
      xml: [{ fileName: 'data.xml', contents: await textOf(file) }],
      schema: [{ fileName: 'data.xsd', contents: xsd }],
    });
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
  });

  it('is refused by its schema once an element is missing or of another type', async () => {
    const xsd = await textOf(schema);
    const xml = await textOf(file);
    for (const changed of [
      xml.replace('<agreed>false</agreed>', '<agreed>perhaps</agreed>'),
      xml.replace('<note xsi:nil="true"/>', ''),
    ]) {
      expect(changed).not.toBe(xml);
      const { valid } = await validateXML({
        xml: [{ fileName: 'data.xml', contents: changed }],
        schema: [{ fileName: 'data.xsd', contents: xsd }],
      });
      expect(valid).toBe(false);
    }
  });
});
