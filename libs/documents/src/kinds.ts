/** A kind of document: the endings of its name, and what its bytes may show themselves to be; none for plain text. */
export interface DocumentKind {
  readonly endings: readonly string[];
  readonly mediaType: string;
  /** Media types that the first bytes tell; empty where text has no mark of its own and must be UTF-8. */
  readonly shownAs: readonly string[];
}

const openXml = 'application/vnd.openxmlformats-officedocument';
const oasis = 'application/vnd.oasis.opendocument';

const marked = (mediaType: string, ...endings: readonly string[]): DocumentKind => ({
  endings,
  mediaType,
  shownAs: [mediaType],
});
const text = (mediaType: string, ...endings: readonly string[]): DocumentKind => ({
  endings,
  mediaType,
  shownAs: [],
});

/** What people send and systems give. No archives and no programs: what is inside them could not be judged. */
export const documentKinds: readonly DocumentKind[] = [
  marked('application/pdf', 'pdf'),
  marked('image/png', 'png'),
  marked('image/jpeg', 'jpg', 'jpeg'),
  marked('image/gif', 'gif'),
  marked('image/tiff', 'tif', 'tiff'),
  marked('image/webp', 'webp'),
  marked('image/heic', 'heic'),
  marked('audio/mpeg', 'mp3'),
  marked('audio/wav', 'wav'),
  marked('video/mp4', 'mp4'),
  marked(`${openXml}.wordprocessingml.document`, 'docx'),
  marked(`${openXml}.spreadsheetml.sheet`, 'xlsx'),
  marked(`${openXml}.presentationml.presentation`, 'pptx'),
  marked(`${oasis}.text`, 'odt'),
  marked(`${oasis}.spreadsheet`, 'ods'),
  // Older Office files share one container; which program wrote them is not told by their first bytes.
  { endings: ['doc', 'xls', 'ppt', 'msg'], mediaType: 'application/x-cfb', shownAs: ['application/x-cfb'] },
  marked('application/rtf', 'rtf'),
  text('text/plain', 'txt', 'log', 'md'),
  text('text/csv', 'csv'),
  text('application/json', 'json', 'ndjson'),
  text('message/rfc822', 'eml'),
  { endings: ['xml'], mediaType: 'application/xml', shownAs: ['application/xml'] },
];
