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
