// The steps of the map, read from its table: head, cells, and what is told of them beneath the map.

function readSteps(table) {
  const stages = findAll('.stages > th', table).slice(1);
  const heads = findAll('.steps > *', table).slice(1);
  const owners = stages.length ? stages.flatMap((stage) => Array(stage.colSpan).fill(stage)) : heads.map(() => null);
  const rows = findAll('tbody > tr[data-lane]:not(.whole, .curve)', table);
  return owners.map((stage, index) => {
    const own = heads[index]?.tagName === 'TH' ? heads[index] : null;
    return readStep(own ?? stage, own ? stage : null, rows.map((row) => readCell(row, index)), index);
  });
}

function readCell(row, index) {
  const cells = findAll('td', row);
  return { lane: row.dataset.lane, cell: cells[index] };
}

function readStep(head, stage, cells, index) {
  const title = find('.step > p, .chevron', head);
  const section = find(`.details a[href="#${CSS.escape(head.id)}"]`)?.closest('section') ?? null;
  const isStage = head.closest('.stages') !== null;
  const parts = [head, ...cells.map(({ cell }) => cell)];
  const stageName = find('.chevron', isStage ? head : stage ?? head)?.textContent ?? '';
  const told = [stageName, ...[...parts, section].map((part) => part?.textContent ?? '')].join('\n');
  return {
    head, stage, cells, index, parts, section,
    name: title?.textContent ?? '',
    stageName, isStage,
    title: title && (find('span', title) ?? title),
    who: head.dataset.who?.split('\n') ?? [],
    channels: parts.flatMap((part) => findAll('.pill', part)).map((pill) => pill.textContent),
    hurts: parts.some((part) => find('.card.pain', part)),
    words: folded(told),
  };
}

// The name of a lane as its head has it, without what else is in it.
function laneName(table, lane) {
  const head = findAll('tbody > tr[data-lane]', table).find((row) => row.dataset.lane === lane && find('th', row));
  return (find('button, span', head.cells[0]) ?? head.cells[0]).textContent;
}
