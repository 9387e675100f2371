/** By what letters are held to what they must be, also where they are set on paper: for specs alone. */
export { insideExamples } from './inside-letters.given.js';
export { examples } from './letters.given.js';
export { gradeOf } from './plain-english.given.js';
export { expectedOf, placeholder } from './required-content.given.js';
