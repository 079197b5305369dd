// All that the page says of one step, in a dialog: copies of what stands in its column and beneath the map.

function makeDetails(table, steps) {
  const dialog = unpack('details');
  document.body.append(dialog);
  const details = { dialog, table, steps, step: null };
  for (const step of steps) addOpener(step, details);
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => left(details));
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowRight') turn(details, 1);
    if (event.key === 'ArrowLeft') turn(details, -1);
  });
  onDo(dialog, 'close', () => dialog.close());
  onDo(dialog, 'previous', () => turn(details, -1));
  onDo(dialog, 'next', () => turn(details, 1));
  makeLink(dialog, details);
  return details;
}

function onDo(root, name, act) {
  const button = find(`[data-do=${name}]`, root);
  button.addEventListener('click', () => act(button));
}

// The title of a step becomes the button that opens it.
function addOpener(step, details) {
  const button = make('button', 'open', ...step.title.childNodes);
  button.type = 'button';
  button.setAttribute('aria-haspopup', 'dialog');
  step.title.append(button);
  step.button = button;
  button.addEventListener('click', () => open(details, step));
}

function open(details, step) {
  fill(details, step);
  aim(details.steps, step);
  address(`#${encodeURI(step.head.id)}`);
  if (!details.dialog.open) details.dialog.showModal();
  find('.body', details.dialog).scrollTop = 0;
}

function turn(details, by) {
  const to = details.steps[details.step.index + by];
  if (!to) return;
  open(details, to);
  find('h2', details.dialog).focus();
}

function left(details) {
  address(location.pathname + location.search);
  details.step.button.focus();
}

// Some browsers do not let a file change its address; then it stays.
function address(url) {
  try {
    history.replaceState(null, '', url);
  } catch {
    // The page works without.
  }
}

function aim(steps, step) {
  for (const other of steps) other.head.classList.toggle('aim', other === step);
  step.head.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function fill(details, step) {
  const { dialog, steps } = details;
  details.step = step;
  find('.stage-name', dialog).textContent = step.isStage ? '' : step.stageName;
  find('h2', dialog).textContent = step.name;
  find('.remarks', dialog).replaceChildren(...copies(findAll('.step > :not(p:first-child), .beneath > *', step.head)));
  find('.body', dialog).replaceChildren(...parts(details, step));
  find('.body', dialog).scrollTop = 0;
  find('.place', dialog).textContent = `${step.index + 1} of ${counted(steps.length)}`;
  find('[data-do=previous]', dialog).disabled = step.index === 0;
  find('[data-do=next]', dialog).disabled = step.index === steps.length - 1;
}

function copies(nodes) {
  return [...nodes].map((node) => {
    const copy = node.cloneNode(true);
    copy.classList.remove('dim');
    return copy;
  });
}

function* parts(details, step) {
  for (const { lane, cell } of step.cells) {
    if (cell.childNodes.length) yield part(laneName(details.table, lane), lane, copies(cell.children));
  }
  const answers = answersElsewhere(details, step);
  if (answers.length) yield part('Answered in other steps', 'answers', answers);
  for (const fact of step.section ? findAll('dl > div', step.section) : []) {
    const texts = findAll('dd', fact).map((dd) => make('p', '', ...copies([dd])[0].childNodes));
    yield part(find('dt', fact).textContent, 'told', texts);
  }
}

function part(name, kind, children) {
  const made = make('section', '', make('h3', '', name), ...children);
  made.dataset.lane = kind;
  return made;
}

// A pain point's opportunities may stand in another step; they wear its number.
function answersElsewhere(details, step) {
  const pains = new Set(numbers(step, '.card.pain'));
  const others = details.steps.filter((other) => other !== step);
  return others.flatMap((other) => {
    const cards = cardsOf(other, '.card.opportunity').filter((card) => numbersOn(card).some((number) => pains.has(number)));
    return copies(cards).map((card) => {
      card.append(make('small', '', `in: ${other.name}`));
      return card;
    });
  });
}

function cardsOf(step, selector) {
  return step.parts.flatMap((cell) => findAll(selector, cell));
}

function numbers(step, selector) {
  return cardsOf(step, selector).flatMap(numbersOn);
}

function numbersOn(card) {
  return find('.number', card)?.lastChild.data.split(', ') ?? [];
}

// Only where a link can be put on the clipboard, from a file or from a server.
function makeLink(dialog, details) {
  const button = find('[data-do=link]', dialog);
  button.hidden = !(window.isSecureContext && navigator.clipboard);
  button.addEventListener('click', async () => {
    const link = new URL(`#${encodeURI(details.step.head.id)}`, location.href);
    const copied = await navigator.clipboard.writeText(link.href).then(() => true, () => false);
    button.textContent = copied ? 'Copied' : 'Cannot copy here';
    setTimeout(() => { button.textContent = 'Copy link'; }, 2000);
  });
}

// A link into the map opens its step.
function followAddress(details) {
  const wanted = decodedHash();
  const step = details.steps.find(({ head }) => head.id && head.id === wanted);
  if (step) open(details, step);
}

function decodedHash() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}
