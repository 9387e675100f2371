// The back button comes to the form as it was: what was sent already keeps its key, so that the same words are not taken twice.
const ofPage = ['key', 'formToken', 'expectedVersion'];
/** What was written is not kept in the browser: only a number that tells it from other words. */
const numberOf = text =>
  [...text].reduce((number, one) => (Math.imul(number, 31) + one.codePointAt(0)) | 0, 0);
const fieldOf = ([name, one]) => [name, one instanceof File ? [one.name, one.size] : one];
const wordsOf = form =>
  JSON.stringify([...new FormData(form)].filter(([name]) => !ofPage.includes(name)).map(fieldOf));
document.addEventListener('submit', ({ target, submitter }) => {
  const { key, expectedVersion } = target.elements;
  if (!key) return;
  const sent = numberOf(`${target.action} ${submitter?.value ?? ''} ${wordsOf(target)}`);
  const before = history.state;
  if (before?.sent !== sent) {
    history.replaceState({ sent, key: key.value, version: expectedVersion?.value }, '');
    return;
  }
  key.value = before.key;
  if (expectedVersion) expectedVersion.value = before.version;
});
