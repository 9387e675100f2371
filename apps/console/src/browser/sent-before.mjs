// The back button comes to a form as it was. What was done already keeps its key, so that the same words are not taken twice; what was
// refused, and what is written anew, is sent anew. Nothing that was written is kept in the browser: only a number that tells it from others.
const ofPage = ['key', 'formToken', 'expectedVersion'];
const numberOf = text =>
  [...text].reduce((number, one) => (Math.imul(number, 31) + one.codePointAt(0)) | 0, 0);
const fieldOf = ([name, one]) => [name, one instanceof File ? [one.name, one.size] : one];
const wordsOf = form =>
  JSON.stringify([...new FormData(form)].filter(([name]) => !ofPage.includes(name)).map(fieldOf));

// The page that follows says whether it was done.
const sent = sessionStorage.getItem('sent');
sessionStorage.removeItem('sent');
if (sent && new URLSearchParams(location.search).has('done'))
  sessionStorage.setItem(`done ${JSON.parse(sent).number}`, sent);

document.addEventListener('submit', ({ target, submitter }) => {
  if (!('keepsItsKey' in target.dataset)) return;
  const { key, expectedVersion } = target.elements;
  const number = numberOf(`${target.action} ${submitter?.value ?? ''} ${wordsOf(target)}`);
  const done = sessionStorage.getItem(`done ${number}`);
  if (done && history.state?.number === number) {
    const before = JSON.parse(done);
    key.value = before.key;
    if (expectedVersion) expectedVersion.value = before.version;
  }
  history.replaceState({ number }, '');
  sessionStorage.setItem('sent', JSON.stringify({ number, key: key.value, version: expectedVersion?.value }));
});
