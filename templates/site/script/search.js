// The search looks through the lines that lie in its own page: nothing is fetched, so that it works from a file too.
// Every other page sends its question here, behind the number sign of the address.

const MOST = 60;

function addSearch() {
  const index = readIndex();
  const box = unpack('searching');
  document.getElementById('here').replaceChildren(box);
  const field = find('input', box);
  const state = { index, box, field, kind: -1 };
  addKinds(state);
  field.value = asked();
  field.addEventListener('input', () => {
    remindAddress(field.value);
    answer(state);
  });
  window.addEventListener('hashchange', () => {
    field.value = asked();
    answer(state);
  });
  answer(state);
  field.focus();
}

function readIndex() {
  const island = document.getElementById('index');
  const kinds = island.dataset.kinds.split('|');
  const lines = JSON.parse(island.textContent).map(([kind, name, where, href, more]) => ({
    kind, name, where, href, title: folded(name), words: folded([name, where, more].join('\n')), more,
  }));
  return { kinds, lines };
}

function addKinds(state) {
  const names = ['Everything', ...state.index.kinds];
  const buttons = names.map((name, place) => {
    const button = make('button', '', name);
    button.type = 'button';
    button.setAttribute('aria-pressed', String(place === 0));
    button.addEventListener('click', () => {
      state.kind = place - 1;
      for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
      answer(state);
    });
    return button;
  });
  find('.kinds', state.box).append(...buttons);
}

function asked() {
  try {
    return decodeURIComponent(location.hash.replace(/^#q=/, ''));
  } catch {
    return '';
  }
}

// Some browsers do not let a file change its address; then it stays.
function remindAddress(text) {
  try {
    history.replaceState(null, '', text ? `#q=${encodeURIComponent(text)}` : location.pathname + location.search);
  } catch {
    // The search works without.
  }
}

function answer(state) {
  const words = folded(state.field.value).split(/\s+/).filter(Boolean);
  const found = words.length ? hits(state, words) : [];
  find('.results', state.box).replaceChildren(...found.slice(0, MOST).map((line) => result(line, state, words)));
  find('.found', state.box).textContent = words.length ? sentence(found.length) : '';
}

function sentence(count) {
  if (!count) return 'Nothing is found.';
  const things = `${count} ${count === 1 ? 'thing' : 'things'} found`;
  return count > MOST ? `${things}, the first ${MOST} of them:` : `${things}:`;
}

// A name that starts with the question comes before one that holds it, and that before other words.
function hits({ index, kind }, words) {
  const found = [];
  for (const line of index.lines) {
    if (kind >= 0 && line.kind !== kind) continue;
    if (!words.every((word) => line.words.includes(word))) continue;
    found.push([words.every((word) => line.title.includes(word)) ? Number(!line.title.startsWith(words[0])) : 2, line]);
  }
  return found.sort(([one], [other]) => one - other).map(([, line]) => line);
}

function result(line, { index }, words) {
  const link = make('a', '', ...marked(line.name, words));
  link.href = line.href;
  link.dir = 'auto';
  const about = make('p', '', make('span', 'label kind', index.kinds[line.kind]), ...marked(line.where, words));
  const said = excerpt(line, words);
  return make('li', '', link, about, ...(said ? [make('p', '', ...marked(said, words))] : []));
}

// Of the other words, those around what was asked for.
function excerpt(line, words) {
  const near = folded(`${line.name}\n${line.where}`);
  const word = words.find((one) => !near.includes(one));
  if (!word) return '';
  const at = folded(line.more).indexOf(word);
  const from = at < 60 ? 0 : line.more.indexOf(' ', at - 60) + 1;
  const to = line.more.length < at + 100 ? line.more.length : line.more.lastIndexOf(' ', at + 100);
  return `${from ? '…' : ''}${line.more.slice(from, Math.max(to, at + word.length))}${to < line.more.length ? '…' : ''}`;
}

// Where folding changes how long a text is, places in it would be wrong: then nothing is marked.
function marked(text, words) {
  const plain = folded(text);
  const places = plain.length === text.length ? words.map((word) => [plain.indexOf(word), word.length]) : [];
  const parts = [];
  let end = 0;
  for (const [at, length] of places.filter(([at]) => at >= 0).sort(([one], [other]) => one - other)) {
    if (at < end) continue;
    parts.push(text.slice(end, at), make('mark', '', text.slice(at, at + length)));
    end = at + length;
  }
  return [...parts, text.slice(end)];
}

function addQuestion(bar) {
  const field = make('input');
  field.type = 'search';
  field.placeholder = 'Search everything';
  field.setAttribute('aria-label', 'Search everything');
  field.setAttribute('aria-keyshortcuts', '/');
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') location.href = `${document.documentElement.dataset.root}search.html#q=${encodeURIComponent(field.value)}`;
  });
  bar.append(make('search', 'find', field));
}

function addShortcut() {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.target.matches('input')) return;
    event.preventDefault();
    find('input[type=search]').focus();
  });
}
