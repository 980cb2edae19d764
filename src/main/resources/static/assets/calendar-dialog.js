/* A month to choose a day from, by the pattern of the WAI-ARIA practices: arrows go by days and weeks, Home and End within the week, Page Up and Down by months and with Shift by years, Enter takes, Escape leaves. */
(() => {
    const { words, today, plus, utc, iso, weekday, format, fullDay } = window.passerelle;
    const wide = matchMedia('(min-width: 48rem)');
    const GAP = 6;
    let dialog;
    let at;
    let chosen;
    let closed;
    let take;

    const months = (day, count) => {
        const date = utc(day);
        const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1));
        const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
        first.setUTCDate(Math.min(date.getUTCDate(), last));
        return iso(first);
    };
    const isClosed = day => closed.some(([from, to]) => day >= from && day <= to);

    const cell = (day, month) => {
        const made = document.createElement('td');
        made.setAttribute('role', 'gridcell');
        if (day.slice(0, 7) !== month) {
            return made;
        }
        made.textContent = String(Number(day.slice(8)));
        made.dataset.day = day;
        made.tabIndex = day === at ? 0 : -1;
        made.setAttribute('aria-selected', String(day === chosen));
        made.setAttribute('aria-label', fullDay(day) + (isClosed(day) ? ` (${words.closed})` : ''));
        if (day === today()) {
            made.setAttribute('aria-current', 'date');
        }
        made.classList.toggle('shut', isClosed(day));
        return made;
    };
    const draw = () => {
        const month = at.slice(0, 7);
        dialog.querySelector('h2').textContent = format({ month: 'long', year: 'numeric' }).format(utc(at));
        const body = dialog.querySelector('tbody');
        body.replaceChildren();
        let day = plus(`${month}-01`, -weekday(`${month}-01`));
        do {
            const row = document.createElement('tr');
            for (let i = 0; i < 7; i++) {
                row.append(cell(day, month));
                day = plus(day, 1);
            }
            body.append(row);
        } while (day.slice(0, 7) === month);
    };
    const focus = () => dialog.querySelector('[tabindex="0"]').focus();
    const go = day => {
        if (day.length === 10) {
            at = day;
            draw();
            focus();
        }
    };
    const finish = day => {
        dialog.close();
        take(day);
    };

    const KEYS = {
        ArrowLeft: () => plus(at, -1),
        ArrowRight: () => plus(at, 1),
        ArrowUp: () => plus(at, -7),
        ArrowDown: () => plus(at, 7),
        Home: () => plus(at, -weekday(at)),
        End: () => plus(at, 6 - weekday(at)),
        PageUp: event => months(at, event.shiftKey ? -12 : -1),
        PageDown: event => months(at, event.shiftKey ? 12 : 1),
    };
    const build = () => {
        dialog = document.createElement('dialog');
        dialog.className = 'calendar-dialog';
        dialog.setAttribute('aria-label', words.choose);
        dialog.innerHTML = `
            <div class="months"><button type="button" class="quiet" data-step="-1"></button><h2 id="calendar-month" aria-live="polite"></h2><button type="button" class="quiet" data-step="1"></button></div>
            <table role="grid" aria-labelledby="calendar-month"><thead><tr></tr></thead><tbody></tbody></table>
            <p class="finish"><button type="button" class="quiet" data-today></button><button type="button" class="quiet" data-close></button></p>`;
        const [back, on] = dialog.querySelectorAll('[data-step]');
        [[back, 'before', '‹'], [on, 'after', '›']].forEach(([button, word, sign]) => {
            button.textContent = sign;
            button.setAttribute('aria-label', words[word]);
        });
        dialog.querySelector('[data-today]').textContent = words.thisDay;
        dialog.querySelector('[data-close]').textContent = words.leave;
        for (let i = 0; i < 7; i++) {
            const day = utc(plus('2024-01-01', i));
            const head = document.createElement('th');
            head.scope = 'col';
            head.abbr = format({ weekday: 'long' }).format(day);
            head.textContent = format({ weekday: 'short' }).format(day).replace('.', '');
            dialog.querySelector('thead tr').append(head);
        }
        dialog.addEventListener('click', event => {
            const target = event.target.closest('[data-day], button') || event.target;
            if (target === dialog || 'close' in target.dataset) {
                dialog.close();
            } else if (target.dataset.day) {
                finish(target.dataset.day);
            } else if (target.dataset.step) {
                at = months(at, Number(target.dataset.step));
                draw();
            } else if ('today' in target.dataset) {
                finish(today());
            }
        });
        dialog.querySelector('tbody').addEventListener('keydown', event => {
            if (KEYS[event.key]) {
                event.preventDefault();
                go(KEYS[event.key](event));
            } else if (event.key === 'Enter' || event.key === ' ') {
                event.preventDefault();
                finish(at);
            }
        });
        document.body.append(dialog);
    };
    const place = field => {
        dialog.style.cssText = '';
        if (wide.matches) {
            const box = field.getBoundingClientRect();
            const { offsetWidth, offsetHeight } = dialog;
            const below = box.bottom + GAP;
            const fits = below + offsetHeight <= innerHeight - GAP;
            dialog.style.margin = '0';
            dialog.style.left = `${Math.max(GAP, Math.min(box.left, innerWidth - offsetWidth - GAP))}px`;
            dialog.style.top = `${fits ? below : Math.max(GAP, box.top - offsetHeight - GAP)}px`;
        }
    };

    /* `shut`: spans of days such as 2027-01-01/2027-01-02, parted by blanks. */
    window.passerelle.calendar = (field, value, shut, then) => {
        if (!dialog || !dialog.isConnected) {
            build();
        }
        chosen = value;
        at = value || today();
        closed = shut.split(' ').filter(Boolean).map(span => span.split('/'));
        take = then;
        draw();
        dialog.showModal();
        place(field);
        focus();
    };
})();
