// Light, dark, or as the system has it. Runs before anything is painted.

const THEMES = ['auto', 'light', 'dark'];

// Storage may be forbidden where a file is opened from a mail; then a choice holds until the page is closed.
function remembered() {
  try {
    return localStorage.getItem('cjm-theme');
  } catch {
    return null;
  }
}

function remember() {
  try {
    localStorage.setItem('cjm-theme', theme);
  } catch {
    // It was only a convenience.
  }
}

// The dark colours are a style of their own, that holds for dark systems unless somebody decides.
const ON_SCREEN = { auto: 'screen and (prefers-color-scheme: dark)', light: 'not all', dark: 'screen' };

let theme = remembered();
if (!THEMES.includes(theme)) theme = 'auto';

function setTheme(button) {
  find('#dark').media = ON_SCREEN[theme];
  if (button) find('span', button).textContent = `Theme: ${theme}`;
}

function nextTheme(button) {
  theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
  remember();
  setTheme(button);
}

setTheme();
