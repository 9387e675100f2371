import { files, read } from '../architecture/house.js';
import { noPages, pagesOfConsole } from './pages-of-console.js';

/** The text of a decorator’s argument: texts as they stand, or a constant of the file. */
function textsIn(argument: string, source: string): readonly string[] {
  const named = /^\w+$/u.test(argument)
    ? (new RegExp(`const ${argument} = ('[^']*')`, 'u').exec(source)?.[1] ?? '')
    : argument;
  const texts = [...named.matchAll(/'([^']*)'/gu)].map(([, text]) => text ?? '');
  return texts.length > 0 ? texts : [''];
}

const joined = (...parts: readonly string[]): string =>
  `/${parts
    .flatMap(part => part.split('/'))
    .filter(Boolean)
    .join('/')}`;

/** Every address that a controller of the console answers to GET. */
const answered = files
  .filter(file => /^apps\/console\/src\/.*\.controller\.ts$/u.test(file))
  .flatMap(file => {
    const source = read(file);
    const [base = ''] = textsIn(/@Controller\(([^)]*)\)/u.exec(source)?.[1] ?? '', source);
    return [...source.matchAll(/@Get\(([^)]*)\)/gu)].flatMap(([, argument = '']) =>
      textsIn(argument, source).map(text => joined(base, text)),
    );
  });

it('each page that a controller of the console answers is looked at, in each of its states; what is none says why', () => {
  const known = [...pagesOfConsole.map(({ route }) => route), ...Object.keys(noPages)];
  expect(answered.toSorted()).toEqual(known.toSorted());
});
