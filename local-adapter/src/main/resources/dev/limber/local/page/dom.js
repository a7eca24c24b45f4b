// Elements, made of words that are only ever text.

export const find = (id) => document.getElementById(id);

// Attributes by name; a function listens to the event of its name, and what is undefined is left out.
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  set(element, attributes);
  element.append(...children);
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

export function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  set(element, attributes);
  element.append(...children);
  return element;
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (value !== undefined) {
      element.setAttribute(name, value);
    }
  }
}

// The page's own words in the person's language; {name} and the like are filled in.
let all = {};

export function speak(words) {
  all = words;
}

export function word(key, values = {}) {
  return (all[key] ?? '').replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export const calm = matchMedia('(prefers-reduced-motion: reduce)');

// What the browser keeps for this page; nothing where it may not.
export function recall(key, storage = () => localStorage) {
  try {
    return storage().getItem('limber-' + key);
  } catch {
    return null;
  }
}

export function keep(key, value, storage = () => localStorage) {
  try {
    if (value === null) {
      storage().removeItem('limber-' + key);
    } else {
      storage().setItem('limber-' + key, value);
    }
  } catch {
    // A browser that keeps nothing is one that forgets.
  }
}

export const ofThisTab = () => sessionStorage;
