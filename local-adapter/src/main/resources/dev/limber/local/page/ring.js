// A hold as a ring that runs down.

import { calm, draw, find, keep, make, ofThisTab, recall, word } from './dom.js';
import { play } from './sound.js';

const RADIUS = 30;
const ROUND = 2 * Math.PI * RADIUS;

// A hold that the person begins by a press, and may break off by another.
export function holdButton(key, millis) {
  const seconds = Math.round(millis / 1000);
  const ring = face();
  const label = make('span');
  const button = make('button', { type: 'button', class: 'hold', click: toggle }, ring.svg, label);
  let stop;

  function rest() {
    stop = undefined;
    keep('hold-' + key, null, ofThisTab);
    button.classList.remove('running', 'done');
    ring.show(1, String(seconds));
    label.textContent = word('hold-start', { seconds });
  }

  function run(end) {
    keep('hold-' + key, end, ofThisTab);
    button.classList.add('running');
    button.classList.remove('done');
    label.textContent = word('hold-stop');
    stop = runDown(ring, end - millis, end, () => {
      rest();
      button.classList.add('done');
      ring.show(1, '✓');
      play('end');
      find('announcements').textContent = word('hold-done');
    });
  }

  function toggle() {
    if (stop) {
      stop();
      rest();
    } else {
      find('announcements').textContent = '';
      play('begin');
      run(Date.now() + millis);
    }
  }

  const before = Number(recall('hold-' + key, ofThisTab));
  if (before > Date.now()) {
    run(before);
  } else {
    rest();
  }
  return button;
}

// A hold that has begun by itself.
export function holdTimer(begin, end) {
  const ring = face();
  const timer = make('div', { class: 'hold running', role: 'timer', 'aria-label': word('hold-left') }, ring.svg);
  runDown(ring, begin, end, () => {
    timer.classList.replace('running', 'done');
    ring.show(1, '✓');
  });
  return timer;
}

function face() {
  const circle = { cx: 36, cy: 36, r: RADIUS, pathLength: ROUND };
  const left = draw('circle', { ...circle, class: 'left', transform: 'rotate(-90 36 36)', 'stroke-dasharray': ROUND });
  const text = draw('text', { x: 36, y: 36 });
  const svg = draw('svg', { viewBox: '0 0 72 72', 'aria-hidden': 'true' }, draw('circle', { ...circle, class: 'track' }), left, text);
  return {
    svg,
    left,
    show(part, words) {
      left.setAttribute('stroke-dashoffset', ROUND * (1 - part));
      text.textContent = words;
    },
  };
}

// Returns what stops it. It ends by itself where the ring is gone from the page.
function runDown(ring, begin, end, done) {
  let timer;
  let movement;
  const part = () => Math.max(0, Math.min(1, (end - Date.now()) / (end - begin)));

  function tick() {
    const left = end - Date.now();
    if (left <= 0) {
      stop();
      done();
      return;
    }
    ring.show(part(), String(Math.ceil(left / 1000)));
    timer = setTimeout(tick, left % 1000 || 1000);
  }

  function stop() {
    clearTimeout(timer);
    movement?.cancel();
  }

  if (!calm.matches && end > Date.now()) {
    const offset = ROUND * (1 - part());
    movement = ring.left.animate([{ strokeDashoffset: offset }, { strokeDashoffset: ROUND }], {
      duration: end - Date.now(),
      fill: 'forwards',
    });
  }
  tick();
  return stop;
}
