// Shows what is said. All that comes from outside becomes text, never markup.

import { calm, draw, find, make, word } from './dom.js';
import { holdButton, holdTimer } from './ring.js';

const LONGEST_RING = 15 * 60 * 1000;

// Fills the element of an entry. `press` is called with an entry, its button's data and the button.
export function fill(element, entry, context) {
  element.className = 'entry ' + (entry.own ? 'own' : 'theirs');
  const author = make('span', { class: 'unseen' }, (entry.own ? word('you') : 'Limber') + ':');
  const content = entry.own ? [paragraph('body', entry.content.text)] : said(entry, context);
  element.replaceChildren(author, ...content);
}

function said(entry, context) {
  const blocks = entry.content.blocks.flatMap((block, index) => shown(block, index, entry, context));
  // Where all is worth pressing, nothing shouts.
  const worthPressing = entry.content.rows.flat().filter((button) => button.style === 'primary').length;
  const rows = entry.content.rows.map((row) =>
    make('div', { class: 'row' }, ...row.map((button) => pressable(button, entry, context))));
  return rows.length ? [...blocks, make('div', { class: worthPressing > 1 ? 'buttons many' : 'buttons' }, ...rows)] : blocks;
}

function shown(block, index, entry, context) {
  switch (block.type) {
    case 'text':
      return text(block, entry, context);
    case 'picture':
      return [picture(block)];
    case 'hold':
      return [holdButton(entry.key + '-' + entry.content.delivery, block.millis)];
    case 'document':
      return [file(block, index, entry, context)];
    default:
      return [];
  }
}

function text(block, entry, context) {
  const line = make(block.style === 'title' ? 'h2' : 'p', { class: block.style, dir: 'auto' });
  const rings = [];
  for (const piece of block.pieces) {
    if (piece.words !== undefined) {
      line.append(piece.words);
    } else if (piece.style === 'relative') {
      line.append(clock(piece, context));
      const left = piece.moment - Date.now();
      if (left > 0 && left < LONGEST_RING) {
        rings.push(holdTimer(entry.at, piece.moment));
      }
    } else {
      line.append(clock(piece, context));
    }
  }
  return [line, ...rings];
}

const FORMATS = {
  time: { hour: 'numeric', minute: '2-digit' },
  date: { dateStyle: 'medium' },
  date_and_time: { dateStyle: 'medium', timeStyle: 'short' },
  relative: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
};

function clock(piece, context) {
  const moment = new Date(piece.moment);
  return make('time', { datetime: moment.toISOString() }, formatted(moment, FORMATS[piece.style], piece.zone, context));
}

// A zone that this browser does not know is told in its own.
function formatted(moment, format, zone, context) {
  try {
    return new Intl.DateTimeFormat(context.language(), { ...format, timeZone: zone }).format(moment);
  } catch {
    return new Intl.DateTimeFormat(context.language(), format).format(moment);
  }
}

function paragraph(style, words) {
  return make('p', { class: style, dir: 'auto' }, words);
}

// Whoever is troubled by movement gets the still, and nothing that moves is fetched for them.
function picture(block) {
  const words = () => make('figcaption', { dir: 'auto' }, block.alternative);
  if (calm.matches && !block.still && /\.gif$/i.test(block.path)) {
    return make('figure', {}, words());
  }
  const still = block.still ? [make('source', { media: calm.media, srcset: address(block.still) })] : [];
  const image = make('img', { alt: block.alternative, width: 480, height: 360, decoding: 'async' });
  const figure = make('figure', {}, make('picture', {}, ...still, image));
  image.addEventListener('error', () => figure.replaceChildren(words()));
  // Last, when it is known what there is to choose from.
  image.src = address(block);
  return figure;
}

function address(file) {
  return '/pictures/' + encodeURIComponent(file.hash);
}

function file(block, index, entry, context) {
  const href = '/api/document?' + new URLSearchParams({ as: context.name(), key: entry.key, block: index });
  const arrow = draw('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true', width: 20, height: 20 },
    draw('path', { d: 'M12 4v11M7 11l5 5 5-5M5 20h14' }));
  return make('a', { href, download: block.name, class: 'file' }, arrow, word('download', { name: block.name }));
}

function pressable(button, entry, context) {
  const element = make('button', { type: 'button', class: button.style, dir: 'auto', click: pressed }, button.label);
  function pressed() {
    if (element.getAttribute('aria-disabled') !== 'true') {
      context.press(entry, button.data, element);
    }
  }
  return element;
}

// Only the buttons that came last stand out.
export function markCurrent() {
  const all = [...find('log').querySelectorAll('.entry')];
  const last = all.findLast((element) => element.querySelector('.buttons'));
  for (const element of all) {
    element.classList.toggle('current', element === last);
  }
}
