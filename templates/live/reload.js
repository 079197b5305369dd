// The page is loaded again when the server tells of another version than the one that was drawn.

document.addEventListener('DOMContentLoaded', () => {
  const notes = document.getElementById('cjm-live');
  listen(notes.dataset.version);
  addMarks(notes);
});

function listen(version) {
  const events = new EventSource('/events');
  events.addEventListener('message', ({ data }) => {
    if (data === version) return;
    events.close();
    // Who is at the top shall see what stands there now; browsers would keep the words in place that stood there before.
    history.scrollRestoration = window.scrollY > 0 ? 'auto' : 'manual';
    location.reload();
  });
  window.addEventListener('scroll', () => { history.scrollRestoration = 'auto'; }, { once: true });
  window.addEventListener('pagehide', () => events.close());
}

// A step of the map bears how much was found about it.
function addMarks(notes) {
  const found = new Map();
  for (const item of notes.querySelectorAll('[data-anchor]')) {
    found.set(item.dataset.anchor, [...(found.get(item.dataset.anchor) ?? []), item]);
  }
  for (const [anchor, items] of found) {
    const head = document.getElementById(anchor);
    if (head) addMark(head, items);
  }
}

function addMark(head, items) {
  const mark = document.createElement('a');
  mark.className = 'cjm-mark';
  mark.href = '#cjm-live';
  mark.title = items.map((item) => item.querySelector('span').textContent).join('\n');
  mark.textContent = `${items.length} ${items.length === 1 ? 'finding' : 'findings'}`;
  (head.querySelector('.step, .beneath') ?? head).append(mark);
}
