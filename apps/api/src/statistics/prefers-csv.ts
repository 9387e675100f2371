import { csvContentType } from '@duly/api-contract';

interface Range {
  readonly type: string;
  /** 0 to 1 (RFC 9110 section 12.4.2). */
  readonly quality: number;
}

function rangeFrom(written: string): Range {
  const [type = '', ...parameters] = written.split(';').map(part => part.trim().toLowerCase());
  const quality = parameters.find(parameter => parameter.startsWith('q='))?.slice(2);
  return { type, quality: quality === undefined ? 1 : Number(quality) || 0 };
}

/** How much a caller wants a type; the most exact range that names it speaks for it. */
function qualityOf(ranges: readonly Range[], type: string): number {
  const ofType = [type, `${type.split('/')[0] ?? ''}/*`, '*/*'];
  return ofType.flatMap(name => ranges.filter(range => range.type === name)).at(0)?.quality ?? 0;
}

/** JSON is what everybody gets who does not ask for CSV above it. */
export function prefersCsv(accept: string | undefined): boolean {
  const ranges = (accept ?? '*/*').split(',').map(rangeFrom);
  return qualityOf(ranges, csvContentType) > qualityOf(ranges, 'application/json');
}
