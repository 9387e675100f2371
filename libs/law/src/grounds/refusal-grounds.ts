import type { Cited } from './cited.js';

/** A lawful reason to refuse, wholly or in part. */
export interface RefusalGround extends Cited {
  readonly words: string;
}

const manifestly = {
  manifestly_unfounded: {
    rule: 'R49',
    cite: 'UK GDPR Art 12(5)(b)',
    words: 'the request is manifestly unfounded; the controller must show it, case by case',
  },
  manifestly_excessive: {
    rule: 'R49',
    cite: 'UK GDPR Art 12(5)(b)',
    words: 'the request is manifestly excessive; the controller must show it, case by case',
  },
} as const;

const everyRight = {
  ...manifestly,
  cannot_identify: {
    rule: 'R21',
    cite: 'UK GDPR Arts 11(2), 12(2)',
    words: 'the controller shows that it cannot identify the person',
  },
} as const;

const exemption = {
  rule: 'R49b',
  cite: 'DPA 2018 Schs 2–4',
  words: 'an exemption applies; name its paragraph',
} as const;

/** What each refusable right may be refused for, by the names of the statute (R36–R44, R49). */
export const refusalGrounds = {
  access: {
    ...everyRight,
    exemption,
    rights_of_others: {
      rule: 'R36',
      cite: 'UK GDPR Art 15(4); DPA 2018 Sch 2 para 16',
      words: 'the copy would adversely affect the rights and freedoms of others',
    },
  },
  access_s45: {
    manifestly_unfounded: {
      rule: 'R57',
      cite: 'DPA 2018 s.53(1)',
      words: 'the request is manifestly unfounded',
    },
    manifestly_excessive: {
      rule: 'R57',
      cite: 'DPA 2018 s.53(1)',
      words: 'the request is manifestly excessive',
    },
    restriction_s45_4: {
      rule: 'R57',
      cite: 'DPA 2018 s.45(4)',
      words:
        'a restriction is necessary and proportionate so as not to obstruct inquiries, prejudice crime matters, or to protect public security, national security or the rights of others',
    },
  },
  rectification: {
    ...everyRight,
    exemption,
    data_accurate: {
      rule: 'R37',
      cite: 'UK GDPR Art 16; DPA 2018 s.205(1)',
      words: 'the data is neither incorrect nor misleading as to any matter of fact, nor incomplete',
    },
    opinion_marked_as_such: {
      rule: 'R37',
      cite: 'UK GDPR Art 16; ICO right to rectification guidance',
      words: 'it is an opinion, clearly marked as one',
    },
  },
  erasure: {
    ...everyRight,
    exemption,
    no_ground_applies: {
      rule: 'R38',
      cite: 'UK GDPR Art 17(1)',
      words: 'none of the grounds (a) to (f) applies',
    },
    freedom_of_expression: {
      rule: 'R38',
      cite: 'UK GDPR Art 17(3)(a)',
      words: 'freedom of expression and information',
    },
    legal_obligation_or_public_task: {
      rule: 'R38',
      cite: 'UK GDPR Art 17(3)(b)',
      words: 'a legal obligation, a public task or official authority',
    },
    public_health: { rule: 'R38', cite: 'UK GDPR Art 17(3)(c)', words: 'public interest in public health' },
    archiving_or_research: {
      rule: 'R38',
      cite: 'UK GDPR Art 17(3)(d)',
      words: 'archiving, research or statistics that erasure would seriously impair',
    },
    legal_claims: {
      rule: 'R38',
      cite: 'UK GDPR Art 17(3)(e)',
      words: 'the establishment, exercise or defence of legal claims',
    },
  },
  restriction: {
    ...everyRight,
    exemption,
    no_ground_applies: {
      rule: 'R39',
      cite: 'UK GDPR Art 18(1)',
      words: 'none of the grounds (a) to (d) applies',
    },
  },
  portability: {
    ...everyRight,
    exemption,
    neither_consent_nor_contract: {
      rule: 'R40',
      cite: 'UK GDPR Art 20(1)(a)',
      words: 'the processing rests neither on consent nor on a contract',
    },
    not_automated: {
      rule: 'R40',
      cite: 'UK GDPR Art 20(1)(b)',
      words: 'the processing is not carried out by automated means',
    },
    not_provided_by_person: {
      rule: 'R40',
      cite: 'UK GDPR Art 20(1)',
      words: 'the data was inferred or derived by the controller, not provided by the person',
    },
    public_task: { rule: 'R40', cite: 'UK GDPR Art 20(3)', words: 'a public task or official authority' },
    rights_of_others: {
      rule: 'R40',
      cite: 'UK GDPR Art 20(4)',
      words: 'it would adversely affect the rights and freedoms of others',
    },
  },
  objection: {
    ...everyRight,
    exemption,
    not_objectable: {
      rule: 'R41',
      cite: 'UK GDPR Art 21(1)',
      words: 'the processing rests neither on a public task nor on legitimate interests',
    },
    compelling_legitimate_grounds: {
      rule: 'R41',
      cite: 'UK GDPR Art 21(1)',
      words: 'compelling legitimate grounds override the interests, rights and freedoms of the person',
    },
    legal_claims: {
      rule: 'R41',
      cite: 'UK GDPR Art 21(1)',
      words: 'the establishment, exercise or defence of legal claims',
    },
    research_in_public_interest: {
      rule: 'R43',
      cite: 'UK GDPR Art 21(6)',
      words: 'research or statistics necessary for a task in the public interest',
    },
  },
  adm_22c: {
    ...everyRight,
    not_significant_or_not_automated: {
      rule: 'R44',
      cite: 'UK GDPR Art 22A(1)',
      words: 'the decision is not significant, or not based solely on automated processing',
    },
    regulations_22d: {
      rule: 'R44',
      cite: 'UK GDPR Art 22D',
      words: 'regulations say that such a decision is none of this kind',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, RefusalGround>>>>;

/** A right that can be refused at all. An objection to direct marketing is not among them, and no code can name it here (R42). */
export type RefusableRight = keyof typeof refusalGrounds;
/** What a right can be refused for. */
export type RefusalGroundOf<R extends RefusableRight> = Extract<keyof (typeof refusalGrounds)[R], string>;

/** A refusal as it is proposed: a right, and one of its own grounds. Reasons are an id of a vault or a text. */
export type Refusal = {
  [R in RefusableRight]: {
    readonly right: R;
    readonly ground: RefusalGroundOf<R>;
    readonly extent: 'whole' | 'part';
    readonly reasons: string;
  };
}[RefusableRight];

/** One ground with its name, for lists. */
export type NamedRefusalGround = RefusalGround & { readonly ground: string };

/** "What may I refuse this for?": the grounds of a right, in the order of the statute. */
export function refusalGroundsFor(right: RefusableRight): readonly NamedRefusalGround[] {
  const grounds: Readonly<Record<string, RefusalGround>> = refusalGrounds[right];
  return Object.entries(grounds).map(([ground, stands]) => ({ ground, ...stands }));
}

export function isRefusable(right: string): right is RefusableRight {
  return Object.hasOwn(refusalGrounds, right);
}
