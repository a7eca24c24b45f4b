// The way to the server and back: what comes is never lost and never comes twice, and neither is what goes.

import { keep, ofThisTab, recall } from './dom.js';

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 2000;
const MISSED_AFTER = 500;

// A browser has six connections to a server and no more, over all tabs: this many tabs keep theirs while nobody looks.
const KEPT_IN_THE_BACKGROUND = 3;

// Follows a conversation. `on` has: words(event), changes(event), connected(yes).
export function follow(name, on) {
  let last = '';
  let pause = FIRST_PAUSE;
  let source;
  let retry;
  let missed;
  let keeps = false;

  function connect() {
    if (source) {
      return;
    }
    source = new EventSource('/api/conversation?' + new URLSearchParams({ as: name, after: last }));
    source.addEventListener('words', (event) => on.words(JSON.parse(event.data)));
    source.addEventListener('changes', (event) => {
      last = event.lastEventId;
      pause = FIRST_PAUSE;
      clearTimeout(missed);
      missed = undefined;
      on.connected(true);
      on.changes(JSON.parse(event.data));
    });
    source.addEventListener('error', again);
  }

  function disconnect() {
    source?.close();
    source = undefined;
    clearTimeout(retry);
    clearTimeout(missed);
    missed = undefined;
  }

  function again() {
    source.close();
    source = undefined;
    missed ??= setTimeout(() => on.connected(false), MISSED_AFTER);
    retry = setTimeout(connect, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }

  function look() {
    if (document.hidden && !keeps) {
      disconnect();
    } else {
      connect();
    }
  }

  addEventListener('pagehide', disconnect);
  addEventListener('pageshow', look);
  document.addEventListener('visibilitychange', look);
  reserve(() => {
    keeps = true;
  });
  connect();
}

// Takes one of a few places for as long as this tab is open, where one is left.
async function reserve(taken) {
  for (let place = 0; place < KEPT_IN_THE_BACKGROUND; place++) {
    const had = await navigator.locks?.request('limber-' + place, { ifAvailable: true }, (lock) => {
      if (lock) {
        taken();
        return new Promise(() => {});
      }
      return false;
    });
    if (had !== false) {
      return;
    }
  }
}

// Says one thing after the other until each is taken. `on` has: owed(ids), refused(item), idle().
export function outbox(name, on) {
  const key = 'unsent-' + name;
  const items = JSON.parse(recall(key, ofThisTab) ?? '[]');
  let busy = false;

  function save() {
    keep(key, items.length ? JSON.stringify(items) : null, ofThisTab);
  }

  async function work() {
    if (busy) {
      return;
    }
    busy = true;
    let pause = FIRST_PAUSE;
    while (items.length) {
      if (await send(items[0])) {
        items.shift();
        save();
        pause = FIRST_PAUSE;
      } else {
        await new Promise((go) => setTimeout(go, pause));
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      }
    }
    busy = false;
    on.idle();
  }

  // Whether that is the end of it: under its id it can be sent again and happens once.
  async function send(item) {
    let answer;
    try {
      answer = await post('/api/say', { as: name, ...item });
      if (answer.ok) {
        on.owed((await answer.json()).owed, item);
        return true;
      }
    } catch {
      return false;
    }
    if (answer.status >= 500) {
      return false;
    }
    on.refused(item);
    return true;
  }

  return {
    items,
    idle: () => !busy,
    resume: work,
    put(item) {
      const sent = { id: crypto.randomUUID(), ...item };
      items.push(sent);
      save();
      work();
      return sent;
    },
  };
}

export function post(path, body) {
  return fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

export async function ask(path, values) {
  const answer = await fetch(path + '?' + new URLSearchParams(values));
  return answer.ok ? answer.json() : [];
}
