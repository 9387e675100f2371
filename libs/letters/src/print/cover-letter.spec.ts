import { coverOnPaper } from '@duly/notices';
import { insideExamples, placeholder } from '@duly/notices/lint.given';
import { readPdf } from '@duly/testing/read-pdf';
import { foundOnPaper } from './on-paper.given.js';
import { printLetter } from './print-letter.js';

describe('the cover letter of a copy, read from its PDF', () => {
  it.each(Object.entries(insideExamples['cover-letter']))(
    '%s: says every block in order, names nobody, and is the same bytes each time',
    async (_variant, data) => {
      const document = coverOnPaper(data);
      const bytes = await printLetter(document);
      expect((await printLetter(document)).equals(bytes)).toBe(true);
      const { title, language, pages } = await readPdf(bytes);
      expect([title, language]).toEqual(['The copy of the data (DR-2026-000123-1)', 'en']);
      expect(pages.join('\n')).not.toMatch(placeholder);
      expect(foundOnPaper(document, pages)).not.toContain(undefined);
      expect(document.addressee).toEqual([]);
    },
  );
});
