// Soft sounds, made here. A browser allows them once the person has touched the page.

import { find, keep, recall, word } from './dom.js';

const LOUDNESS = 0.14;
const NOTES = {
  cue: [528],
  begin: [440, 660],
  end: [660, 440],
};

let audio;
let on = recall('sound') !== 'off';

export function prepareSound() {
  for (const gesture of ['pointerdown', 'keydown']) {
    addEventListener(gesture, wake, { passive: true });
  }
  addEventListener('focus', claim);
  find('sound').addEventListener('click', () => {
    on = !on;
    keep('sound', on ? null : 'off');
    nameSound();
    play('cue');
  });
  nameSound();
}

export function nameSound() {
  const button = find('sound');
  button.setAttribute('aria-pressed', on);
  button.setAttribute('aria-label', word('sound'));
  button.title = word(on ? 'sound-on' : 'sound-off');
}

const tab = crypto.randomUUID();

// Of several tabs the one that was touched last sounds.
function claim() {
  keep('tab', tab);
}

function wake() {
  claim();
  if (navigator.userActivation?.hasBeenActive === false) {
    return;
  }
  audio ??= new AudioContext();
  if (audio.state === 'suspended') {
    audio.resume();
  }
}

// Plays one of the sounds, where sounds are wanted and allowed.
export function play(kind) {
  if (!on || audio?.state !== 'running' || recall('tab') !== tab) {
    return;
  }
  NOTES[kind].forEach((frequency, index) => note(frequency, audio.currentTime + index * 0.18));
}

function note(frequency, start) {
  const tone = audio.createOscillator();
  const loudness = audio.createGain();
  tone.type = 'sine';
  tone.frequency.value = frequency;
  loudness.gain.setValueAtTime(0, start);
  loudness.gain.linearRampToValueAtTime(LOUDNESS, start + 0.03);
  loudness.gain.exponentialRampToValueAtTime(0.0001, start + 0.7);
  tone.connect(loudness).connect(audio.destination);
  tone.start(start);
  tone.stop(start + 0.75);
}
