// One step is in the order of the Tab key; arrows go from it to the others.

const MOVES = {
  ArrowRight: (index) => index + 1,
  ArrowLeft: (index) => index - 1,
  Home: () => 0,
  End: (index, last) => last,
};

function makeKeys(steps) {
  for (const [index, step] of steps.entries()) {
    step.button.tabIndex = index === 0 ? 0 : -1;
    step.button.addEventListener('keydown', (event) => move(event, steps, index));
    step.button.addEventListener('focus', () => {
      step.head.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      for (const other of steps) other.button.tabIndex = other === step ? 0 : -1;
    });
  }
}

// Steps that the filter has dimmed are passed over, unless there are no others.
function move(event, steps, index) {
  const to = MOVES[event.key];
  if (!to || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const back = event.key === 'ArrowLeft' || event.key === 'End';
  const near = beyond(steps, to(index, steps.length - 1), back ? -1 : 1) ?? steps[index];
  near.button.focus();
}

function beyond(steps, from, by) {
  for (let at = from; steps[at]; at += by) if (steps[at].fits) return steps[at];
  return null;
}

function makeShortcuts(search, filter) {
  document.addEventListener('keydown', (event) => {
    if (find('dialog[open]')) return;
    const typing = event.target.matches('[type=search], select');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      search.focus();
    }
    if (event.key === 'Escape') filter.clear();
  });
}

// Enter leads from the search to what was found.
function makeSearchJump(search, steps) {
  search.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    beyond(steps, 0, 1)?.button.focus();
  });
}
