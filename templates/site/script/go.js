// Everything comes to life once the page is read.

document.addEventListener('DOMContentLoaded', () => {
  const bar = find('.bar');
  if (document.getElementById('index')) addSearch();
  else addQuestion(bar);
  addTheme(bar);
  addShortcut();
  for (const table of findAll('table.list')) addSorting(table);
});
