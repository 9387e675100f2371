import type { Entity, Field } from '../records/entity.js';
import { fileOf, jsonText, type PackageFile } from '../package/package-file.js';
import { classOf, termOf } from './json-ld.js';

const rdfs = 'http://www.w3.org/2000/01/rdf-schema#';

const context = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  label: `${rdfs}label`,
  comment: `${rdfs}comment`,
  domain: `${rdfs}domain`,
  Class: `${rdfs}Class`,
};

/** The words that every file uses, whatever its fields. */
const own = {
  Record: 'One record held about the person.',
  records: 'The records, in order.',
  data: 'What the record holds.',
  nothingHeldIn: 'The name of a field in which nothing is held.',
};

const ownWord = (name: string, comment: string, vocabulary: string) => ({
  '@id': `${vocabulary}#${name}`,
  '@type': name === 'Record' ? 'Class' : 'rdf:Property',
  label: name,
  comment,
});

const propertyOf = (entity: Entity, field: Field, vocabulary: string) => ({
  '@id': termOf(entity, field, vocabulary),
  '@type': 'rdf:Property',
  label: field.name,
  comment: field.description,
  domain: { '@id': classOf(entity, vocabulary) },
});

const wordsOf = (entity: Entity, vocabulary: string) => [
  {
    '@id': classOf(entity, vocabulary),
    '@type': 'Class',
    label: `${entity.source}: ${entity.name}`,
    comment: entity.description,
  },
  ...entity.fields
    .filter(({ term }) => term === undefined)
    .map(field => propertyOf(entity, field, vocabulary)),
];

/** The words of the RDF files: one class an entity, one property a field; those that others know keep their own IRI. */
export function vocabularyFile(entities: readonly Entity[], vocabulary: string): PackageFile {
  const words = {
    '@context': context,
    '@graph': [
      ...Object.entries(own).map(([name, comment]) => ownWord(name, comment, vocabulary)),
      ...entities.flatMap(entity => wordsOf(entity, vocabulary)),
    ],
  };
  return fileOf(
    'data/rdf/vocabulary.jsonld',
    'application/ld+json',
    'The words used in the RDF files',
    jsonText(words),
  );
}
