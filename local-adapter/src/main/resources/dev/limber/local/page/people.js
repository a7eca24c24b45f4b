// Who chats here: each name is a person of its own.

import { ask, post } from './chat.js';
import { find, keep, make, word } from './dom.js';

const MOST_CHARACTERS = 40;

export function initial(name) {
  return [...name][0]?.toUpperCase() ?? '';
}

// `name` tells who it is now, and `cleared` is run when the conversation was cleared.
export function preparePeople(name) {
  const dialog = find('people');
  find('who').addEventListener('click', open);
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  });

  async function open() {
    const list = make('ul');
    fill(list);
    dialog.showModal();
    // Nothing else is touched when the names are there: somebody may be typing a new one already.
    const names = await ask('/api/people', {}).catch(() => []);
    const others = names.filter((other) => other.toLowerCase() !== name().toLowerCase());
    list.append(...others.map((other) => make('li', {}, entry(other))));
  }

  function fill(list) {
    dialog.replaceChildren(
      make('h2', { id: 'people-title', dir: 'auto' }, word('people-title', { name: name() })),
      list,
      another(),
      clearing(),
      make('button', { type: 'button', class: 'normal', click: () => dialog.close() }, word('close')),
    );
  }

  function entry(other) {
    return make('button', { type: 'button', class: 'person', dir: 'auto', click: () => become(other) },
      make('span', { class: 'initial', 'aria-hidden': 'true' }, initial(other)), other);
  }

  function another() {
    const field = make('input', { id: 'new-name', type: 'text', maxlength: MOST_CHARACTERS, autocomplete: 'off', dir: 'auto' });
    const form = make('form', { method: 'dialog' },
      make('label', { for: 'new-name' }, word('new-name')),
      make('div', { class: 'row' }, field, make('button', { type: 'submit', class: 'primary' }, word('go'))));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (/[\p{L}\p{Nd}]/u.test(field.value)) {
        become(field.value.trim());
      } else {
        field.focus();
      }
    });
    return form;
  }

  function clearing() {
    const button = make('button', { type: 'button', class: 'link' }, word('clear'));
    button.addEventListener('click', () => {
      const sure = make('button', { type: 'button', class: 'danger', click: clear }, word('clear-sure'));
      button.replaceWith(make('p', { class: 'quiet' }, word('clear-what')), sure);
      sure.focus();
    });
    return make('div', { class: 'clearing' }, button);
  }

  async function clear() {
    await post('/api/clear', { as: name() }).catch(() => {});
    dialog.close();
    location.reload();
  }
}

function become(name) {
  keep('name', name);
  location.href = '/?' + new URLSearchParams({ as: name });
}
