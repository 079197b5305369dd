// What the reader looks for stands out; everything else stays, in grey.

function makeFilter(tools, table, steps) {
  const fields = findAll('input, select', tools);
  const apply = () => show(tools, table, steps, wish(tools));
  const clear = () => {
    for (const field of fields) field.type === 'checkbox' ? (field.checked = false) : (field.value = '');
    apply();
  };
  for (const field of fields) field.addEventListener('input', apply);
  apply();
  return { clear, apply };
}

function wish(tools) {
  const value = (name) => find(`[data-filter=${name}]`, tools)?.value ?? '';
  return {
    words: folded(find('input[type=search]', tools).value).split(/\s+/).filter(Boolean),
    persona: value('persona'),
    channel: value('channel'),
    pain: find('[data-filter=pain]', tools)?.checked ?? false,
  };
}

function fits(step, wanted) {
  return wanted.words.every((word) => step.words.includes(word))
    && (!wanted.channel || step.channels.includes(wanted.channel))
    && (!wanted.persona || !step.who.length || step.who.includes(wanted.persona))
    && (!wanted.pain || step.hurts);
}

function show(tools, table, steps, wanted) {
  for (const step of steps) step.fits = fits(step, wanted);
  const found = steps.filter((step) => step.fits);
  const asked = wanted.words.length > 0 || Boolean(wanted.persona || wanted.channel || wanted.pain);
  find('output', tools).textContent = asked ? `${found.length} of ${counted(steps.length)}` : counted(steps.length);
  find('.clear', tools).hidden = !asked;
  for (const step of steps) for (const part of step.parts) part.classList.toggle('dim', !step.fits);
  dimStages(table, steps);
  dimFaces(table, steps);
  dimOthers(table, wanted.persona);
  highlight(found, wanted.words);
  if (asked) reveal(table, found);
}

// When all that was found lies beside what can be seen, the first of it comes into view.
function reveal(table, found) {
  const region = table.closest('.scroll');
  const { left, right } = region.getBoundingClientRect();
  const start = left + table.rows[0].cells[0].offsetWidth;
  const places = found.map((step) => step.head.getBoundingClientRect());
  const seen = places.some((place) => place.left < right && place.right > start);
  if (places.length && !seen) region.scrollBy(places[0].left - start - 8, 0);
}

// A stage, and what it says as a whole, is grey when all its steps are.
function dimStages(table, steps) {
  const stages = findAll('.stages > th', table).slice(1);
  const living = new Set(steps.filter((step) => step.fits).map((step) => step.stage ?? step.head));
  for (const [index, stage] of stages.entries()) {
    stage.classList.toggle('dim', !living.has(stage));
    for (const row of findAll('tr.whole', table)) findAll('td', row)[index].classList.toggle('dim', !living.has(stage));
  }
}

function dimFaces(table, steps) {
  for (const plot of findAll('.plot', table)) {
    const width = plot.viewBox.baseVal.width / steps.length;
    for (const face of findAll('.face', plot)) {
      const step = steps[Math.floor(face.transform.baseVal.consolidate().matrix.e / width)];
      face.classList.toggle('dim', step !== undefined && !step.fits);
    }
  }
}

// Of several personas' curves and feelings, those of the others.
function dimOthers(table, persona) {
  for (const one of findAll('g[data-who], p[data-who]', table)) {
    one.classList.toggle('dim', persona !== '' && one.dataset.who !== persona);
  }
}

function highlight(steps, words) {
  if (!window.CSS?.highlights) return;
  CSS.highlights.delete('found');
  const ranges = steps.flatMap((step) => step.parts).flatMap((part) => rangesIn(part, words));
  if (ranges.length) CSS.highlights.set('found', new Highlight(...ranges));
}

function rangesIn(part, words) {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const ranges = [];
  while (walker.nextNode()) ranges.push(...words.flatMap((word) => rangesOf(walker.currentNode, word)));
  return ranges;
}

// Where folding changes how long a text is, places in it would be wrong: then nothing is marked.
function rangesOf(node, word) {
  const text = folded(node.data);
  const ranges = [];
  if (text.length !== node.data.length) return ranges;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const range = new Range();
    range.setStart(node, at);
    range.setEnd(node, at + word.length);
    ranges.push(range);
  }
  return ranges;
}
