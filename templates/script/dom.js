// Small words for what every other part of the script does.

const find = (selector, root = document) => root.querySelector(selector);
const findAll = (selector, root = document) => [...root.querySelectorAll(selector)];

function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

// A copy of what lies in a <template>.
function unpack(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}

// Two texts are alike for a search whatever their case and accents.
function folded(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const counted = (count) => `${count} ${count === 1 ? 'step' : 'steps'}`;
