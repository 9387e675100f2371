import type { CivilDate } from '@duly/law';
import { line, paragraph, type Block } from '../document/block.js';
import { fullDate } from './dates.js';

/** What happens if nothing arrives (R24, R29): a person decides, and says so first. */
export function waiting(until: CivilDate | undefined): readonly Block[] {
  if (until === undefined) return [];
  return [
    paragraph(
      line`If we have heard nothing by ${fullDate(until)}, we may close your request. We will write to you before we do.`,
    ),
  ];
}
