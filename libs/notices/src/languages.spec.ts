import { english, isWrittenIn, publishedLanguages, renderLetter, type Language } from './index.js';
import { heading, line, paragraph } from './document/block.js';
import { howToComplain, routesOn } from './complaint-routes.js';
import { examples } from './letters.given.js';

/** No language of anybody's: long words, other marks, dates the other way round, and reading from right to left. */
const pseudo: Language = {
  tag: 'qps',
  direction: 'rtl',
  formats: {
    fullDate: date => `⟦${date.split('-').join('·')}⟧`,
    list: items => items.join(' ⁊ '),
    plural: (count, { one, other }) => (count === 0 || count === 1 ? one : other),
  },
  frame: {
    reference: reference => `Ŕéƒéŕéñçé: ${reference}`,
    greeting: ['Ðéáŕ ', '!'],
    closing: 'Ýöûŕš',
    email: address => `Émáíļ: ${address}`,
    phone: number => `Þĥöñé: ${number}`,
    giveReference: reference => `Þļéášé ĝíṽé: ${reference}`,
  },
  templates: {
    acknowledgement: {
      version: 1,
      mustState: data => ['receipt-date', 'understanding', 'answer-by', ...routesOn(data.on)],
      write: data => {
        const { list, plural, fullDate } = pseudo.formats;
        const rights = plural(data.rights.length, { one: 'öñé ŕíĝĥţ', other: 'šéṽéŕáļ ŕíĝĥţš' });
        return {
          subject: 'Ŵé ĥáṽé íţ',
          blocks: [
            paragraph(line`Ŵé ĝöţ íţ öñ ${fullDate(data.receivedOn)}.`, ['receipt-date']),
            paragraph(line`${rights}: ${list(data.rights)}`, ['understanding']),
            heading('Ŵĥáţ ñéхţ'),
            paragraph(line`${data.dueDate === null ? '–' : fullDate(data.dueDate)}`, ['answer-by']),
            ...howToComplain(data),
          ],
        };
      },
    },
  },
};

const languages = { ...publishedLanguages, qps: pseudo };
const data = { ...examples.acknowledgement['spoken']!, language: 'qps-XA' };

describe('a second language (0067)', () => {
  it('writes the kinds that it has: frame, dates, plurals and lists of its own, and its direction', () => {
    const letter = renderLetter('acknowledgement', data, languages);
    expect(letter).toMatchObject({ language: 'qps', version: 1, print: { language: 'qps' } });
    expect(letter.html).toContain('<html lang="qps" dir="rtl"');
    for (const words of ['Ðéáŕ Ann Lee!', '⟦2026·07·01⟧', 'šéṽéŕáļ ŕíĝĥţš: access ⁊ erasure', 'Ýöûŕš'])
      expect(letter.text).toContain(words);
    expect(letter.text).not.toContain('Dear');
    expect(letter.print.dated[0]).toMatch(/^⟦/u);
  });

  it('must state what the law wants, like any other', () => {
    const { acknowledgement } = pseudo.templates;
    const silent = { ...acknowledgement!, write: () => ({ subject: 'Ŵé', blocks: [] }) };
    const without = { ...languages, qps: { ...pseudo, templates: { acknowledgement: silent } } };
    expect(() => renderLetter('acknowledgement', data, without)).toThrow(/does not state/u);
  });

  it('is passed over for a kind that it lacks: English is kept, for a person to translate', () => {
    const letter = renderLetter(
      'withdrawal',
      { ...examples.withdrawal['confirmed']!, language: 'qps' },
      languages,
    );
    expect(letter.language).toBe('en');
    expect(isWrittenIn('qps', 'withdrawal', languages)).toBe(false);
    expect(isWrittenIn('qps', 'acknowledgement', languages)).toBe(true);
    expect(isWrittenIn('cy', 'acknowledgement')).toBe(false);
    expect(isWrittenIn('en-GB', 'acknowledgement')).toBe(true);
  });

  it('English formats a list and a plural', () => {
    const { list, plural } = english.formats;
    expect([list([]), list(['a']), list(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
    const days = { one: 'day', other: 'days' };
    expect([0, 1, 2].map(count => plural(count, days))).toEqual(['days', 'day', 'days']);
  });
});
