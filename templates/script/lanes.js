// Lanes fold away beneath their names, on the screen and on paper.

function makeLanes(table) {
  const known = new Set();
  for (const row of findAll('tbody > tr[data-lane]', table)) {
    if (!known.has(row.dataset.lane)) addFold(row);
    known.add(row.dataset.lane);
  }
}

function addFold(row) {
  const head = row.cells[0];
  const button = make('button', 'fold');
  button.type = 'button';
  button.setAttribute('aria-expanded', 'true');
  button.append(...(find('span', head) ?? head).childNodes);
  head.prepend(button);
  button.addEventListener('click', () => fold(button, row.dataset.lane));
}

function fold(button, lane) {
  const open = button.getAttribute('aria-expanded') === 'true';
  button.setAttribute('aria-expanded', String(!open));
  for (const row of findAll('tr[data-lane]')) {
    if (row.dataset.lane === lane) row.classList.toggle('folded', open);
  }
}
