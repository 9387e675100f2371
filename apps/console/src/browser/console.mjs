import { Button, Checkboxes, ErrorSummary, ServiceNavigation, createAll } from 'govuk-frontend';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
createAll(Button, { preventDoubleClick: true });
createAll(Checkboxes);
createAll(ErrorSummary);
createAll(ServiceNavigation);

// The answer to a form is the next page; whoever waits for it is told so. A file is no page: its form says so.
const underWay = document.getElementById('under-way');
const say = words => {
  if (underWay) underWay.textContent = words;
};
let waiting;
document.addEventListener('submit', ({ target, defaultPrevented }) => {
  if (defaultPrevented || 'answersWithFile' in target.dataset) return;
  waiting = setTimeout(() => say(underWay?.dataset['words'] ?? ''), 400);
});
// Also where the browser shows the page once more, as it was left.
addEventListener('pageshow', () => {
  clearTimeout(waiting);
  say('');
});

// The back button comes to the form as it was: what was sent already keeps its key, so that the same words are not taken twice.
const ofPage = ['key', 'formToken', 'expectedVersion'];
const wordsOf = form =>
  JSON.stringify(
    [...new FormData(form)].filter(([name]) => !ofPage.includes(name)).map(([name, one]) => [name, `${one}`]),
  );
document.addEventListener('submit', ({ target, submitter }) => {
  const { key, expectedVersion } = target.elements;
  if (!key) return;
  const sent = `${target.action} ${submitter?.value ?? ''} ${wordsOf(target)}`;
  const before = history.state;
  if (before?.sent !== sent) {
    history.replaceState({ sent, key: key.value, version: expectedVersion?.value }, '');
    return;
  }
  key.value = before.key;
  if (expectedVersion) expectedVersion.value = before.version;
});
