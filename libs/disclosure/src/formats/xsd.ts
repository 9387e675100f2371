import type { Entity, Field, FieldType } from '../records/entity.js';
import { textElement } from './xml-text.js';

/** The namespace of an entity's records. */
export const namespaceOf = ({ source, name }: Entity, vocabulary: string): string =>
  `${vocabulary}/${source}/${name}`;

/** W3C's namespace for JSON in XML. */
export const jsonNamespace = 'http://www.w3.org/2005/xpath-functions';

const typeOf: Readonly<Record<FieldType, string>> = {
  text: 'd:text',
  integer: 'xs:integer',
  decimal: 'xs:decimal',
  boolean: 'xs:boolean',
  date: 'xs:date',
  instant: 'xs:dateTime',
  list: 'd:list',
  object: 'd:object',
};

const elementOf = ({ name, type, description }: Field): string =>
  `          <xs:element name="${name}" type="${typeOf[type]}" nillable="true"><xs:annotation>${textElement('xs:documentation', description)}</xs:annotation></xs:element>`;

/** Its content is JSON of any shape, in W3C's own namespace; looked at only where a schema for that is at hand. */
const treeType = (name: string, element: string): string => `  <xs:complexType name="${name}">
    <xs:annotation><xs:documentation>One j:${element}, as XPath's json-to-xml writes it.</xs:documentation></xs:annotation>
    <xs:sequence><xs:any namespace="${jsonNamespace}" processContents="lax" minOccurs="0"/></xs:sequence>
  </xs:complexType>`;

/** The XML Schema of an entity's file. */
export const xsdOf = (entity: Entity, vocabulary: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:d="${namespaceOf(entity, vocabulary)}" targetNamespace="${namespaceOf(entity, vocabulary)}" elementFormDefault="qualified">
  <xs:annotation>${textElement('xs:documentation', entity.description)}</xs:annotation>
  <xs:complexType name="text">
    <xs:annotation><xs:documentation>Where escaped is true, the text is written with the backslash escapes of JSON: it holds characters that XML cannot.</xs:documentation></xs:annotation>
    <xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="escaped" type="xs:boolean" default="false"/></xs:extension></xs:simpleContent>
  </xs:complexType>
${treeType('list', 'array')}
${treeType('object', 'map')}
  <xs:element name="records"><xs:complexType><xs:sequence>
    <xs:element name="record" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
${entity.fields.map(elementOf).join('\n')}
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>
`;
