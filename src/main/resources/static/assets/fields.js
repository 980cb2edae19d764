/*
 * Fields for days and times in the language of the page: browsers show theirs in the language and on the clock of the browser. The field of the browser stays in the form, unseen, under its name and with the value
 * that it has without scripts; before it stands one to type in, with a calendar (see calendar-dialog.js) or a list of times. What is not understood is said, and nothing is sent until it is put right.
 */
(() => {
    const { words, readDay, readTime, showDay } = window.passerelle;
    const STEP = 15;
    const shown = new Map();

    const element = (name, attributes, ...children) => {
        const made = document.createElement(name);
        Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined).forEach(([key, value]) => made.setAttribute(key, value));
        made.append(...children);
        return made;
    };
    const icon = name => {
        const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
        svg.setAttribute('class', 'icon');
        svg.setAttribute('aria-hidden', 'true');
        const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
        use.setAttribute('href', `#i-${name}`);
        svg.append(use);
        return svg;
    };
    const changed = input => input.dispatchEvent(new Event('change', { bubbles: true }));

    /* What is against what was typed, beside the field and in the ear of whoever cannot see it. */
    const complain = (input, text) => {
        const said = input.closest('.own-field').querySelector('.unread');
        said.textContent = text || '';
        const own = input.dataset.described || '';
        input.setAttribute('aria-describedby', `${own} ${said.id}`.trim());
        if (text) {
            input.setAttribute('aria-invalid', 'true');
        } else if (input.dataset.unread) {
            input.removeAttribute('aria-invalid');
        }
        input.dataset.unread = text ? '1' : '';
    };

    /* One field to type in. `part` says how it is read, shown, and which part of the value it is. */
    const typed = (native, id, label, part) => {
        const input = element('input', {
            type: 'text', id, class: native.className || null, autocomplete: 'off', spellcheck: 'false', autocapitalize: 'none', 'aria-label': label,
            'aria-invalid': native.getAttribute('aria-invalid'), 'aria-describedby': native.getAttribute('aria-describedby'),
        });
        input.required = native.dataset.required === '1';
        input.dataset.described = native.getAttribute('aria-describedby') || '';
        const read = () => {
            const { value, fault } = part.read(input.value);
            complain(input, fault);
            part.put(native, fault ? '' : value);
            if (!fault) {
                input.value = part.show(value);
            }
            return !fault;
        };
        const show = () => {
            if (!input.dataset.unread) {
                input.value = part.show(part.of(native));
            }
        };
        // Nobody is asked about a value that is not there.
        input.addEventListener('change', event => {
            if (!read()) {
                event.stopImmediatePropagation();
            }
        });
        shown.set(input, { native, read, show });
        show();
        return input;
    };
    const whole = { of: native => native.value, put: (native, value) => { native.value = value; } };
    const halves = native => (native.dataset.halves || native.value || 'T').split('T');
    const half = at => ({
        of: native => (halves(native)[at] || '').slice(0, at ? 5 : 10),
        put: (native, value) => {
            const both = halves(native);
            both[at] = value;
            native.dataset.halves = both.join('T');
            native.value = both[0] && both[1] ? both.join('T') : '';
        },
    });
    let count = 0;
    const framed = (kind, input, ...others) => element('span', { class: `own-field own-${kind}` }, input, ...others, element('span', { class: 'unread errors', id: `unread-${++count}`, 'aria-live': 'assertive' }));

    const day = (native, id, label, place) => {
        const looksBack = 'looksBack' in native.dataset;
        const input = typed(native, id, label, { read: text => readDay(text, looksBack), show: showDay, ...place });
        const button = element('button', { type: 'button', class: 'opens', 'aria-haspopup': 'dialog', 'aria-label': words.choose }, icon('calendar'));
        button.addEventListener('click', () => window.passerelle.calendar(
            input, place.of(native) || readDay(input.value, looksBack).value || '', native.dataset.closed || '',
            value => {
                input.value = showDay(value);
                input.focus();
                changed(input);
            }));
        return framed('day', input, button);
    };

    const time = (native, id, label, place) => {
        const input = typed(native, id, label, { read: readTime, show: value => value.slice(0, 5), ...place });
        Object.entries({ role: 'combobox', 'aria-expanded': 'false', 'aria-haspopup': 'listbox', 'aria-autocomplete': 'none' }).forEach(([key, value]) => input.setAttribute(key, value));
        const frame = framed('time', input);
        timeList(input, frame);
        return frame;
    };

    const timeList = (input, frame) => {
        let list;
        let at = -1;
        const isOpen = () => list && !list.hidden;
        const mark = to => {
            at = Math.max(0, Math.min(list.children.length - 1, to));
            [...list.children].forEach((each, index) => each.setAttribute('aria-selected', String(index === at)));
            list.children[at].scrollIntoView({ block: 'nearest' });
            input.setAttribute('aria-activedescendant', list.children[at].id);
        };
        const close = () => {
            if (isOpen()) {
                list.hidden = true;
                input.setAttribute('aria-expanded', 'false');
                input.removeAttribute('aria-activedescendant');
            }
        };
        const choose = option => {
            input.value = option.textContent;
            close();
            changed(input);
        };
        const build = () => {
            list = element('ul', { role: 'listbox', id: `times-of-${++count}`, 'aria-label': words.times });
            for (let minute = 0; minute < 24 * 60; minute += STEP) {
                const text = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
                list.append(element('li', { role: 'option', id: `${list.id}-${minute}`, 'aria-selected': 'false' }, text));
            }
            // The field keeps the focus.
            list.addEventListener('mousedown', event => event.preventDefault());
            list.addEventListener('click', event => {
                const option = event.target.closest('li');
                if (option) {
                    choose(option);
                }
            });
            frame.append(list);
            input.setAttribute('aria-controls', list.id);
        };
        const open = () => {
            if (!list) {
                build();
            }
            list.hidden = false;
            input.setAttribute('aria-expanded', 'true');
            const [hours, minutes] = (readTime(input.value).value || '08:00').split(':').map(Number);
            mark(hours * (60 / STEP) + Math.floor(minutes / STEP));
            list.scrollTop = list.children[at].offsetTop - list.clientHeight / 2;
        };
        input.addEventListener('click', open);
        input.addEventListener('blur', close);
        input.addEventListener('input', close);
        input.addEventListener('keydown', event => {
            const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 4, PageUp: -4 }[event.key];
            if (step) {
                event.preventDefault();
                if (isOpen()) {
                    mark(at + step);
                } else {
                    open();
                }
            } else if (isOpen() && event.key === 'Enter') {
                event.preventDefault();
                choose(list.children[at]);
            } else if (isOpen() && event.key === 'Escape') {
                event.stopPropagation();
                close();
            }
        });
    };

    const replace = native => {
        const { id } = native;
        const hadFocus = document.activeElement === native;
        native.dataset.required = native.required ? '1' : '';
        native.required = false;
        native.removeAttribute('id');
        const label = native.getAttribute('aria-label');
        const name = label || (native.labels && native.labels[0] ? native.labels[0].textContent : document.querySelector(`label[for="${id}"]`)?.textContent) || '';
        const frames = {
            date: () => [day(native, id, label, whole)],
            time: () => [time(native, id, label, whole)],
            'datetime-local': () => [day(native, id, label, half(0)), time(native, null, `${name.trim()} (${words.time})`, half(1))],
        }[native.type]();
        native.before(...(frames.length > 1 ? [element('span', { class: 'own-fields' }, ...frames)] : frames));
        native.hidden = true;
        native.removeAttribute('aria-invalid');
        if (hadFocus) {
            frames[0].querySelector('input').focus();
        }
    };
    const all = () => document.querySelectorAll('input:is([type=date], [type=time], [type=datetime-local]):not([hidden])').forEach(replace);
    const live = () => [...shown].filter(([input]) => input.isConnected || !shown.delete(input));

    document.addEventListener('htmx:load', all);
    // What a browser puts back into a form is in its own field.
    addEventListener('pageshow', () => live().forEach(([, each]) => each.show()));
    document.addEventListener('reset', () => setTimeout(() => live().forEach(([input, each]) => {
        complain(input, '');
        delete each.native.dataset.halves;
        each.show();
    })));
    document.addEventListener('submit', event => {
        const wrong = live().filter(([input]) => input.form === event.target && input.dataset.unread);
        if (wrong.length > 0) {
            event.preventDefault();
            event.stopImmediatePropagation();
            wrong[0][0].focus();
        }
    }, true);
    all();
})();
