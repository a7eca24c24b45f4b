// Completes what begins with a slash: the arrows choose, Enter or Tab takes, Escape does without.

import { ask } from './chat.js';
import { find, make } from './dom.js';

export function prepareCompletions(name) {
  const line = find('line');
  const list = find('completions');
  let found = [];
  let chosen = -1;
  let asked = 0;

  line.addEventListener('input', offer);
  line.addEventListener('blur', () => setTimeout(close, 150));
  line.addEventListener('keydown', key);

  async function offer() {
    const mine = ++asked;
    const typed = line.value;
    if (!typed.trimStart().startsWith('/')) {
      close();
      return;
    }
    const answer = await ask('/api/completions', { as: name(), line: typed }).catch(() => []);
    if (mine === asked && line.value === typed) {
      show(answer);
    }
  }

  function show(answer) {
    // A command that has another name in the person's language is offered once.
    found = answer.filter((one, at) => !one.description
      || answer.findIndex((other) => other.description === one.description) === at);
    chosen = -1;
    list.replaceChildren(...found.map(option));
    list.hidden = found.length === 0;
    line.setAttribute('aria-expanded', !list.hidden);
    line.removeAttribute('aria-activedescendant');
  }

  function option(completion, index) {
    const element = make('li', { id: 'completion-' + index, role: 'option', 'aria-selected': 'false', dir: 'auto' },
      make('span', { class: 'label' }, completion.label));
    if (completion.description) {
      element.append(make('span', { class: 'description' }, completion.description));
    }
    element.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      take(index);
    });
    return element;
  }

  function choose(index) {
    chosen = (index + found.length) % found.length;
    [...list.children].forEach((element, at) => element.setAttribute('aria-selected', at === chosen));
    list.children[chosen].scrollIntoView({ block: 'nearest' });
    line.setAttribute('aria-activedescendant', 'completion-' + chosen);
  }

  function key(event) {
    if (list.hidden) {
      return;
    }
    const act = {
      ArrowDown: () => choose(chosen + 1),
      ArrowUp: () => choose(chosen < 0 ? -1 : chosen - 1),
      Escape: close,
      Tab: event.shiftKey ? undefined : () => take(Math.max(chosen, 0)),
      Enter: chosen < 0 ? undefined : () => take(chosen),
    }[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  }

  function take(index) {
    const completion = found[index];
    const command = /^\s*(\/\S+)\s/.exec(line.value);
    line.value = command ? command[1] + ' ' + completion.value : completion.value + (completion.more ? ' ' : '');
    close();
    line.focus();
    if (completion.more) {
      offer();
    }
  }

  function close() {
    asked++;
    show([]);
  }

  return close;
}
