// Everything comes to life once the page is read.

function start() {
  const table = find('main table.map');
  const steps = table ? readSteps(table) : [];
  // A table that is no map brings no tools.
  if (!find('#tools') || !steps.length || steps.some((step) => !step.title)) return;
  document.documentElement.classList.add('live');
  const tools = unpack('tools');
  table.closest('.scroll').before(tools);
  const details = makeDetails(table, steps);
  const filter = makeFilter(tools, table, steps);
  const search = find('input[type=search]', tools);
  makeLanes(table);
  makeKeys(steps);
  makeShortcuts(search, filter);
  makeSearchJump(search, steps);
  makeButtons(tools, table, steps, filter, search);
  followAddress(details);
  window.addEventListener('hashchange', () => followAddress(details));
}

function makeButtons(tools, table, steps, filter, search) {
  setTheme(find('[data-do=theme]', tools));
  onDo(tools, 'theme', nextTheme);
  onDo(tools, 'print', () => window.print());
  onDo(tools, 'csv', () => save(`\ufeff${makeCsv(table, steps)}`, 'text/csv', fileName('csv')));
  onDo(tools, 'clear', () => {
    filter.clear();
    search.focus();
  });
}

document.addEventListener('DOMContentLoaded', start);
