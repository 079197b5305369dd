// Tables are sorted by what a column holds: the head of each becomes a button. What says nothing goes last.

const inOrder = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function addSorting(table) {
  const rows = [...table.tBodies[0].rows];
  for (const head of table.tHead.rows[0].cells) {
    const button = make('button', '', ...head.childNodes);
    button.type = 'button';
    head.append(button);
    button.addEventListener('click', () => sort(table, rows, head));
  }
}

function sort(table, rows, head) {
  const down = head.getAttribute('aria-sort') === 'ascending';
  for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
  const index = head.cellIndex;
  const isNumber = head.dataset.kind === 'number';
  const keyed = rows.map((row) => [sortKey(row.cells[index]), row]);
  keyed.sort(([one], [other]) => compared(one, other, isNumber) * (down && one !== '' && other !== '' ? -1 : 1));
  table.tBodies[0].append(...keyed.map(([, row]) => row));
}

function sortKey(cell) {
  const value = cell.dataset.value ?? cell.textContent.trim();
  return value === '–' ? '' : value;
}

function compared(one, other, isNumber) {
  if (one === '' || other === '') return (one === '') - (other === '');
  return isNumber ? Number(one) - Number(other) : inOrder.compare(one, other);
}
