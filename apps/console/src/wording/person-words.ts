/** What the page of somebody who takes part says. */
export const personWords = {
  whole: 'What stands here takes the place of what is on record.',
  name: 'Name',
  email: 'E-mail address',
  phone: 'Telephone number',
  postalAddress: 'Postal address',
  contactBy: 'How do they want to be answered?',
  language: 'Language of letters, as a short code such as cy or pl',
  format: 'How letters are made',
  adjustments: 'What else helps them?',
  actsAs: 'As what do they ask?',
  isSamePerson: 'Is it who it was before?',
  isSameHint: 'If it is somebody else, what was shown of the one before counts no longer.',
  reasons: 'How do you know?',
  reasonsHint: 'By whose word, and how it was checked.',
  save: 'Save',
} as const;
