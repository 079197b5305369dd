// The button of the theme stands at the end of the head of every page.

function addTheme(bar) {
  const button = make('button', 'theme', make('span'));
  button.type = 'button';
  bar.append(button);
  setTheme(button);
  button.addEventListener('click', () => nextTheme(button));
}
