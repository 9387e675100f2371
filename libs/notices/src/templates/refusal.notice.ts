import type { RefusalGround } from '@duly/case';
import { howToComplain, routesOn } from '../complaint-routes.js';
import { heading, paragraph, words, type Block } from '../document/block.js';
import type { RefusalData } from '../data/letter-data.js';
import { LetterNotComplete } from '../letter-not-complete.js';
import type { Template } from '../template.js';
import { whichExemptions } from '../wording/exemptions.js';
import { lateItems, whyLate } from '../wording/lateness.js';
import { needed, whatYouAsked } from '../wording/request.js';

const grounds: Readonly<Record<RefusalGround, string>> = {
  'manifestly-unfounded':
    'It is clear to us that this is not a real use of this right. The law calls this “manifestly unfounded”.',
  'manifestly-excessive':
    'The request clearly asks for far too much. The law calls this “manifestly excessive”.',
  'cannot-identify': 'We could not make sure who you are, or which personal data are about you.',
  exemption:
    'The law says that we need not do this in some cases. This is one of them. It is called an exemption.',
  'right-does-not-apply': 'The law gives this right only in some cases, and this is not one of them.',
};

function whatWeDecided(data: RefusalData): readonly Block[] {
  if (data.extent === 'wholly') return [paragraph('We have decided not to do this.', ['refusal-extent'])];
  if (data.whatIsRefused === undefined) {
    return [
      paragraph('We have decided not to do part of this. We tell you below which part, and why.', [
        'refusal-extent',
      ]),
    ];
  }
  return [
    paragraph('We have decided not to do part of this. It is this part:'),
    words(needed('whatIsRefused', data.whatIsRefused), ['refusal-extent']),
  ];
}

/**
 * Says no, wholly or in part, with the reasons and the routes of the day on which it is given (Art 12(4); R31).
 * @throws LetterNotComplete for an objection to direct marketing: nothing allows its refusal (R42).
 */
export const refusal: Template<RefusalData> = {
  version: 1,
  mustState: data => ['refusal-extent', 'refusal-reasons', ...lateItems(data), ...routesOn(data.on)],
  write: data => {
    if (data.right === 'objection_direct_marketing') {
      throw new LetterNotComplete('right', 'an objection to direct marketing cannot be refused (Art 21(3))');
    }
    return {
      subject: data.extent === 'wholly' ? 'We cannot do what you asked' : 'We cannot do all that you asked',
      blocks: [
        paragraph(whatYouAsked(data)),
        ...whatWeDecided(data),
        heading('Why'),
        paragraph(grounds[data.ground], ['refusal-reasons']),
        words(needed('reasons', data.reasons), ['refusal-reasons']),
        ...whichExemptions(data.exemptions),
        ...whyLate(data),
        heading('What happens next'),
        paragraph(
          data.extent === 'wholly'
            ? 'We have now closed your request. If something changes, you can ask us again.'
            : 'We will write to you about the rest, if we have not done so yet.',
        ),
        ...howToComplain(data),
      ],
    };
  },
};
