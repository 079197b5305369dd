// The map as a table for spreadsheets: a row a step.

function makeCsv(table, steps) {
  const lanes = [...new Set(steps.flatMap((step) => step.cells.map(({ lane }) => lane)))];
  const head = ['Stage', 'Step', ...lanes.map((lane) => laneName(table, lane))];
  const rows = steps.map((step) => [
    step.stageName,
    step.isStage ? '' : step.name,
    ...lanes.map((lane) => step.cells.filter((cell) => cell.lane === lane).map(({ cell }) => said(cell)).join('\n')),
  ]);
  return [head, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n') + '\r\n';
}

// One line an item; what belongs to a card stays with it.
function said(cell) {
  return [...cell.children].map((item) => {
    const texts = findAll('p, small, .number', item).map(plain);
    return texts.length ? texts.join(' · ') : plain(item);
  }).join('\n');
}

function plain(element) {
  return element.classList.contains('number') ? element.lastChild.data : element.textContent;
}

// A spreadsheet takes what starts like this for a formula and would run it.
function quoted(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

// The mark at the start tells Excel that it is UTF-8.
function save(text, type, name) {
  const link = make('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

const fileName = (suffix) => `${document.documentElement.dataset.name || 'journey'}.${suffix}`;
