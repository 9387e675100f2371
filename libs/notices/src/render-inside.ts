import { coverLetter, type CoverLetterData } from './cover-letter.js';
import { digest, type DigestData } from './digest.js';
import { plainLine } from './document/plain-characters.js';
import { toHtml } from './document/to-html.js';
import { toText } from './document/to-text.js';
import { english } from './english.js';
import type { LetterItem } from './letter-item.js';
import { packageJudged, type PackageJudgedData } from './package-judged.js';
import { sourceAsk, type SourceAskData } from './source-ask.js';
import { statedBy, type Template } from './template.js';

/** Letters that no case orders: of several cases, to a team, or on top of a copy, where it is a PDF. */
export interface InsideLetterData {
  readonly digest: DigestData;
  readonly 'source-ask': SourceAskData;
  readonly 'package-judged': PackageJudgedData;
  readonly 'cover-letter': CoverLetterData;
}
export type InsideLetterKind = keyof InsideLetterData;

/** Under versions, copies and reviews like those that cases order. */
export const insideTemplates: {
  readonly [Kind in InsideLetterKind]: Template<InsideLetterData[Kind]>;
} = { digest, 'source-ask': sourceAsk, 'cover-letter': coverLetter, 'package-judged': packageJudged };

export const insideLetterKinds = Object.keys(insideTemplates) as readonly InsideLetterKind[];

export interface InsideLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: 'en';
  readonly statutoryContent: readonly LetterItem[];
  readonly template: InsideLetterKind;
  readonly version: number;
}

/** @throws LetterNotComplete where something is missing that the letter must say */
export function renderInside<Kind extends InsideLetterKind>(
  kind: Kind,
  data: InsideLetterData[Kind],
): InsideLetter {
  const template: Template<InsideLetterData[Kind]> = insideTemplates[kind];
  const { content, statutoryContent } = statedBy(kind, template, data);
  const subject = plainLine(content.subject);
  const { blocks } = content;
  return {
    subject,
    text: toText(blocks),
    html: toHtml(english, subject, blocks, false),
    language: 'en',
    statutoryContent,
    template: kind,
    version: template.version,
  };
}
