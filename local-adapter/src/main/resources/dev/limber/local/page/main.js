// The page: what comes is shown, and what is typed or pressed is said.

import { follow, outbox } from './chat.js';
import { prepareCompletions } from './complete.js';
import { calm, find, keep, make, recall, speak, word } from './dom.js';
import { initial, preparePeople } from './people.js';
import { fill, markCurrent } from './show.js';
import { nameSound, play, prepareSound } from './sound.js';

const NEAR_THE_END = 120;
const UPWARDS = ['ArrowUp', 'PageUp', 'Home'];

const log = find('log');
const line = find('line');
const elements = new Map();
const entries = new Map();
const owed = new Set();
let waiting = [];
let name = new URLSearchParams(location.search).get('as') ?? recall('name') ?? '';
let language = 'en';
let leads = false;
let follows = true;
let out;
let unread = false;

const context = { language: () => language, name: () => name, press };
const closeCompletions = prepareCompletions(() => name);

prepareSound();
preparePeople(() => name);
follow(name, { words, changes, connected });

function words(event) {
  const first = out === undefined;
  const spoken = event.language !== language;
  name = event.name;
  language = event.language;
  speak(event.words);
  document.documentElement.lang = language;
  log.setAttribute('aria-label', word('log'));
  line.placeholder = word('write');
  line.setAttribute('aria-label', word('write'));
  find('send').setAttribute('aria-label', word('send'));
  find('send').title = word('send');
  find('completions').setAttribute('aria-label', word('commands'));
  find('newest').textContent = word('newest');
  find('initial').textContent = initial(name);
  find('name').textContent = name;
  find('who').setAttribute('aria-label', word('who', { name }));
  nameSound();
  if (first) {
    out = outbox(name, { owed: taken, refused, idle });
    out.items.forEach(expect);
    out.resume();
  } else if (spoken) {
    entries.forEach((entry) => fill(elements.get(entry.key), entry, context));
    markCurrent();
  }
}

function changes(event) {
  const atEnd = event.anew || follows || isAtEnd();
  if (event.anew) {
    log.replaceChildren();
    elements.clear();
    entries.clear();
    // What is read aloud is what comes from now on.
    log.setAttribute('aria-live', 'off');
    requestAnimationFrame(() => log.setAttribute('aria-live', 'polite'));
  }
  event.entries.forEach(put);
  if (leads) {
    lead(event.entries);
  }
  if (event.anew) {
    out.items.forEach(expect);
  }
  markCurrent();
  const last = event.entries.findLast((entry) => !entry.own);
  if (atEnd && event.entries.length) {
    scrollTo(last && !event.anew ? elements.get(last.key) : log.lastElementChild, event.anew);
  } else if (event.entries.length) {
    find('newest').hidden = false;
  }
  if (last && !event.anew) {
    arrived(last);
  }
}

function put(entry) {
  const known = elements.get(entry.key);
  const hadFocus = known?.contains(document.activeElement);
  const element = known ?? make('article');
  elements.set(entry.key, element);
  entries.set(entry.key, entry);
  fill(element, entry, context);
  if (!known) {
    log.append(element);
  }
  if (hadFocus) {
    leads = true;
  }
}

// Takes the focus from what was pressed, or is gone, to what came in its place, as soon as that has buttons.
function lead(changed) {
  const next = changed.findLast((entry) => !entry.own && elements.get(entry.key).querySelector('.buttons'));
  if (next) {
    leads = false;
    elements.get(next.key).querySelector('.buttons button').focus({ preventScroll: true });
  } else if (document.activeElement === document.body) {
    line.focus({ preventScroll: true });
  }
}

function press(entry, data, button) {
  follows = true;
  leads = true;
  elements.get(entry.key).querySelectorAll('.buttons button').forEach((each) => each.setAttribute('aria-disabled', 'true'));
  button.classList.add('pressed');
  out.put({ press: { key: entry.key, data } });
}

function say(text) {
  follows = true;
  expect(out.put({ text }));
  scrollTo(log.lastElementChild, false);
}

// Shows what was typed before the server has taken it.
function expect(item) {
  const key = 'own-' + item.id;
  if (item.text !== undefined && !elements.has(key)) {
    put({ key, own: true, at: Date.now(), content: { text: item.text } });
    elements.get(key).classList.add('sending');
  }
}

function taken(ids, item) {
  ids.forEach((id) => owed.add(id));
  elements.get('own-' + item.id)?.classList.remove('sending');
}

function refused(item) {
  if (item.text === undefined) {
    release();
  } else {
    const element = elements.get('own-' + item.id);
    element?.classList.replace('sending', 'refused');
    element?.append(make('p', { class: 'quiet' }, word('refused')));
  }
}

// Whatever was pressed is answered, or never will be.
function idle() {
  release();
  waiting.forEach(heed);
  waiting = [];
}

function release() {
  log.querySelectorAll('[aria-disabled]').forEach((each) => each.removeAttribute('aria-disabled'));
  log.querySelectorAll('.pressed').forEach((each) => each.classList.remove('pressed'));
}

function arrived(entry) {
  if (document.hidden) {
    unread = true;
    document.title = '• Limber';
  }
  if (out.idle()) {
    heed(entry);
  } else {
    waiting.push(entry);
  }
}

// A sound tells of what comes by itself, and of nothing that answers the person here.
function heed(entry) {
  if (!owed.delete(entry.content.delivery)) {
    play(elements.get(entry.key)?.querySelector('[role=timer]') ? 'begin' : 'cue');
  }
}

function connected(yes) {
  const status = find('status');
  status.textContent = yes ? '' : word('reconnecting');
  status.classList.toggle('shown', !yes);
}

function isAtEnd() {
  return log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_THE_END;
}

// A message that is higher than the page is read from its beginning.
function scrollTo(element, atOnce) {
  if (!element) {
    return;
  }
  const high = element.offsetHeight > log.clientHeight;
  const behavior = atOnce || calm.matches ? 'instant' : 'smooth';
  if (high && element.classList.contains('theirs')) {
    element.scrollIntoView({ block: 'start', behavior });
  } else {
    log.scrollTo({ top: log.scrollHeight, behavior });
  }
}

// Whoever goes elsewhere is not called back.
for (const gesture of ['pointerdown', 'keydown']) {
  addEventListener(gesture, () => {
    leads = false;
  }, { capture: true, passive: true });
}

log.addEventListener('scroll', () => {
  if (isAtEnd()) {
    follows = true;
    find('newest').hidden = true;
  }
}, { passive: true });

// Whoever looks for something further up is left there.
for (const gesture of ['wheel', 'touchmove', 'keydown']) {
  log.addEventListener(gesture, (event) => {
    if (event.type !== 'keydown' || UPWARDS.includes(event.key)) {
      follows = false;
    }
  }, { passive: true });
}

find('newest').addEventListener('click', () => {
  follows = true;
  log.scrollTo({ top: log.scrollHeight, behavior: calm.matches ? 'instant' : 'smooth' });
  line.focus();
});

find('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = line.value.trim();
  if (text && out) {
    line.value = '';
    closeCompletions();
    keep('name', name);
    say(text);
  }
});

// Whoever just begins to type means the line.
document.addEventListener('keydown', (event) => {
  const free = document.activeElement === document.body || document.activeElement === log;
  if (free && event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
    line.focus();
  }
});

document.addEventListener('visibilitychange', () => {
  if (!document.hidden && unread) {
    unread = false;
    document.title = 'Limber';
  }
});
