import {
  readKept,
  type Collected,
  type Entity,
  type KeptRecord,
  type LeftOutTold,
  type PackageContents,
  type PackageFile,
  type PackedDocument,
} from '@duly/disclosure';
import { endingOf, storeKeyOf } from '@duly/documents';
import { coverOnPaper } from '@duly/notices';
import type { LeftOut, OriginalToPack, Package, RecordsToPack } from '@duly/register';
import { isErased } from '@duly/vault';
import type { PackageRoom } from './package-room.js';
import { Gone } from './gone.js';

type Where = Pick<Package, 'caseId' | 'requestId'>;

/** A document of the case, opened as it is read. @throws Gone where the person was erased meanwhile */
async function* opened(
  documentId: string,
  { caseId, requestId }: Where,
  { vault, store, alive }: PackageRoom,
): AsyncGenerator<Uint8Array> {
  const place = { requestId, caseId, documentId };
  const content = await vault.openDocument(place, store.get(storeKeyOf(place)));
  if (isErased(content)) throw new Gone();
  // A file may read millions of records before it writes its first byte.
  for await (const chunk of content) {
    alive();
    yield chunk;
  }
}

/** What a redaction takes out is in no format: the entity is described without it, and its records never hold it. */
async function* withoutRedacted(
  records: AsyncIterable<readonly KeptRecord[]>,
  { entity, withoutFields, withoutRecords }: RecordsToPack,
): AsyncGenerator<readonly KeptRecord[]> {
  const left = new Set(withoutRecords);
  const isLeft = entity.fields.map(({ name }) => withoutFields.includes(name));
  let number = 0;
  for await (const some of records) {
    const before = number;
    number += some.length;
    const others = left.size === 0 ? some : some.filter((_, place) => !left.has(before + place + 1));
    yield withoutFields.length === 0
      ? others
      : others.map(kept => kept.filter((_, place) => isLeft[place] !== true));
  }
}

function collectedOf(toPack: RecordsToPack, where: Where, room: PackageRoom): Collected {
  const { source, entity, documentId, withoutFields } = toPack;
  const whole: Entity = { source, ...entity };
  const fields = entity.fields.filter(({ name }) => !withoutFields.includes(name));
  return {
    entity: { ...whole, fields },
    records: () => withoutRedacted(readKept(whole, opened(documentId, where, room), room.limits), toPack),
  };
}

/** A name of ours with the ending by which its kind was judged; what it was called may hold anything, and stands in its description. */
async function documentOf(
  original: OriginalToPack,
  where: Where,
  room: PackageRoom,
): Promise<PackedDocument> {
  const { documentId, source, number, mediaType, nameWords } = original;
  const called = nameWords === null ? undefined : await room.vault.words(nameWords);
  return {
    source,
    name: `${String(number).padStart(4, '0')}.${(typeof called === 'string' && endingOf(called)) || 'bin'}`,
    mediaType,
    description: typeof called === 'string' ? called : `Document ${number}`,
    content: () => opened(documentId, where, room),
  };
}

const grounds: Readonly<Record<LeftOut['because'], string>> = {
  'other-person': 'it tells of somebody else (UK GDPR Arts 15(4), 20(4))',
  exemption: 'an exemption of the Data Protection Act 2018',
  'not-portable': 'it is not data that you gave us, or not by consent or contract (UK GDPR Art 20(1))',
  'not-in-scope': 'it is not data about you, or not what you asked for',
};

const told = ({ source, entity, what, fields, records, because, paragraph }: LeftOut): LeftOutTold => ({
  source,
  ...(entity !== null && { entity }),
  what,
  ...(fields.length > 0 && { fields }),
  ...(records > 0 && { records }),
  because: paragraph === null ? grounds[because] : `${grounds[because]}: ${paragraph}`,
});

/** Printed each time it is written: the same facts give the same bytes. */
function coverOf(
  { reference, madeOn, inputs }: Package,
  { organisation, printer }: PackageRoom,
): PackageFile {
  const document = coverOnPaper({
    ...{ on: madeOn, organisation, reference },
    kinds: inputs.records.length,
    documents: inputs.originals.length,
    leftOut: inputs.leftOut.length,
  });
  return {
    path: 'cover-letter.pdf',
    mediaType: 'application/pdf',
    description: 'A letter that says what is here, to read or to print',
    content: async function* () {
      yield await printer.print(document);
    },
  };
}

/** Everything that a package holds, read from the store as it is written. */
export async function contentsOf(made: Package, room: PackageRoom): Promise<PackageContents> {
  const { inputs, reference, madeOn } = made;
  const { name, postalAddress: address, email: contact } = room.organisation;
  const documents: PackedDocument[] = [];
  for (const original of inputs.originals) documents.push(await documentOf(original, made, room));
  return {
    facts: { reference, madeOn, controller: { name, address, contact }, vocabulary: room.vocabulary },
    collected: inputs.records.map(one => collectedOf(one, made, room)),
    documents,
    beside: [coverOf(made, room)],
    leftOut: inputs.leftOut.map(told),
  };
}
