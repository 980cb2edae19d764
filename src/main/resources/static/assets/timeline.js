/*
 * Days and weeks by keyboard and by drag. Arrows go from one half-hour or booking to the next, Enter opens it. What is dragged over free time opens the form with that time; a booking that one may change is
 * dragged elsewhere, or longer by its end, or by Shift and arrows (Alt and Shift: its end) and Enter. It is changed by the form of its page, which says what is against it. Without this there are links.
 */
(() => {
    const STEP = 15;
    const SLOT = 5;
    const EDGE = 10;
    const wide = matchMedia('(min-width: 60rem)');
    const main = () => document.querySelector('main');
    const words = () => main().dataset;
    let drag;

    const board = element => element.closest('.timeline, .weekgrid');
    const isWeek = element => board(element).classList.contains('weekgrid');
    const lanes = element => [...board(element).querySelectorAll('.lane, .wday')];
    const laneOf = element => element.closest('.lane, .wday');
    const minutes = text => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
    const clock = all => `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
    const snapped = all => Math.round(all / STEP) * STEP;

    /* From where to where a board shows, in minutes of the day. */
    const span = element => {
        const { from, slots } = board(element).dataset;
        return { from: minutes(from), length: slots * SLOT };
    };
    const roomOf = lane => lane.dataset.room || board(lane).dataset.room;
    const dateOf = lane => lane.dataset.date || board(lane).dataset.date;

    const minuteAt = (event, lane) => {
        const box = lane.querySelector('.pieces').getBoundingClientRect();
        const { from, length } = span(lane);
        const part = isWeek(lane) ? (event.clientY - box.top) / box.height : (event.clientX - box.left) / box.width;
        return from + part * length;
    };

    /* Arrows. */
    const stops = lane => [...lane.querySelectorAll('a.start, a.block')];
    const focus = stop => {
        const first = stop.closest('.piece').querySelector('.start .vh');
        if (stop.hasAttribute('aria-hidden')) {
            stop.removeAttribute('aria-hidden');
            stop.setAttribute('aria-label', `${stop.dataset.at} ${first ? first.textContent : ''}`);
        }
        stop.tabIndex = 0;
        stop.focus();
    };
    const middle = (stop, week) => {
        const box = stop.getBoundingClientRect();
        return week ? box.top + box.height / 2 : box.left + box.width / 2;
    };
    const go = (stop, along, step) => {
        const week = isWeek(stop);
        if (along) {
            const own = stops(laneOf(stop));
            return own[own.indexOf(stop) + step];
        }
        const all = lanes(stop);
        const at = middle(stop, week);
        for (let i = all.indexOf(laneOf(stop)) + step; i >= 0 && i < all.length; i += step) {
            const near = stops(all[i]).sort((one, other) => Math.abs(middle(one, week) - at) - Math.abs(middle(other, week) - at))[0];
            if (near) {
                return near;
            }
        }
        return undefined;
    };

    /* What is drawn while something is on its way. */
    const draw = () => {
        const { ghost, lane, start, end } = drag;
        const { from, length } = span(lane);
        const week = isWeek(lane);
        ghost.style[week ? 'top' : 'left'] = `${(start - from) / length * 100}%`;
        ghost.style[week ? 'height' : 'width'] = `${(end - start) / length * 100}%`;
        ghost.textContent = `${clock(start)}–${clock(end)}`;
        lane.querySelector('.pieces').append(ghost);
    };
    const begin = (link, kind) => {
        const ghost = document.createElement('li');
        ghost.className = 'ghost';
        ghost.setAttribute('aria-hidden', 'true');
        const [start, end] = kind === 'select' ? [0, 0] : link.dataset.move.split('-').map(minutes);
        drag = { link, kind, ghost, lane: laneOf(link), start, end, was: { lane: laneOf(link), start, end } };
    };
    const cancel = () => {
        if (drag) {
            drag.ghost.remove();
            drag = undefined;
        }
    };
    const isWithin = (start, end, lane) => {
        const { from, length } = span(lane);
        return start >= from && end <= from + length && start < end;
    };

    const toast = (text, isBad, action, press) => {
        document.querySelectorAll('.toast').forEach(each => each.remove());
        const box = document.createElement('div');
        box.className = isBad ? 'toast bad' : 'toast';
        box.setAttribute('role', isBad ? 'alert' : 'status');
        const said = document.createElement('p');
        const button = document.createElement('button');
        said.textContent = text;
        button.type = 'button';
        button.className = 'quiet';
        button.textContent = action;
        button.addEventListener('click', () => {
            box.remove();
            press();
        });
        box.append(said, button);
        document.body.append(box);
    };

    const fresh = () => htmx.ajax('GET', location.pathname + location.search, { target: '#main', select: '#main', swap: 'outerHTML show:none' });
    const page = async answer => new DOMParser().parseFromString(await answer.text(), 'text/html');

    /* Changes a booking by its own form; whatever is against it comes back as words. */
    const change = async (path, from, to, isUndo) => {
        const { undo, moved, undone, failed, open } = words();
        const answer = await fetch(path);
        const form = answer.ok && (await page(answer)).querySelector('#booking');
        if (!form) {
            toast(failed, true, open, () => location.assign(path));
            return;
        }
        const data = new FormData(form);
        const rooms = data.getAll('room').map(room => room === from.room ? to.room : room);
        data.delete('room');
        rooms.forEach(room => data.append('room', room));
        data.set('date', to.date);
        data.set('start', to.start);
        data.set('until', to.end);
        data.set('length', 'CUSTOM');
        const done = await fetch(form.getAttribute('action'), { method: 'POST', body: new URLSearchParams(data) });
        if (done.ok && done.redirected) {
            await fresh();
            const when = `${to.name}, ${to.start}–${to.end}`;
            if (isUndo) {
                toast(`${undone} ${when}`, false, undo, () => change(path, to, from, true));
            } else {
                toast(`${moved} ${when}`, false, undo, () => change(path, to, from, true));
            }
            return;
        }
        const reasons = [...(await page(done)).querySelectorAll('[role=alert] ul:first-of-type li')].map(each => each.textContent.trim());
        toast(reasons.join(' ') || failed, true, open, () => location.assign(path));
    };

    const place = (lane, start, end) => ({
        room: roomOf(lane),
        date: dateOf(lane),
        start: clock(start),
        end: clock(end),
        name: (lane.querySelector('h2 a') || lane).textContent.trim(),
    });

    const drop = () => {
        const { link, kind, lane, start, end, was } = drag;
        cancel();
        if (kind === 'select') {
            const address = new URL(link.href);
            address.searchParams.set('start', clock(start));
            address.searchParams.set('until', clock(end));
            address.searchParams.set('length', 'CUSTOM');
            location.assign(address);
            return;
        }
        if (lane === was.lane && start === was.start && end === was.end) {
            return;
        }
        const date = link.dataset.date ? `?extent=ONE&occurrence=${encodeURIComponent(link.dataset.date)}` : '';
        change(`${link.pathname}/change${date}`, place(was.lane, was.start, was.end), place(lane, start, end), false)
            .catch(() => toast(words().failed, true, words().open, () => location.assign(`${link.pathname}/change${date}`)));
    };

    document.addEventListener('keydown', event => {
        const stop = event.target.closest && event.target.closest('.timeline a.start, .timeline a.block, .weekgrid a.start, .weekgrid a.block');
        if (event.key === 'Escape') {
            cancel();
        }
        if (!stop || !wide.matches) {
            return;
        }
        if (event.key === 'Enter' && drag) {
            event.preventDefault();
            drop();
            return;
        }
        const direction = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [1, -1], ArrowDown: [1, 1] }[event.key];
        if (!direction || event.ctrlKey || event.metaKey) {
            return;
        }
        const [isVertical, step] = direction;
        const along = Boolean(isVertical) === isWeek(stop);
        event.preventDefault();
        if (!event.shiftKey) {
            const next = event.altKey ? undefined : go(stop, along, step);
            if (next) {
                cancel();
                focus(next);
            }
            return;
        }
        if (!stop.dataset.move || !board(stop).dataset.slots) {
            return;
        }
        if (!drag || drag.link !== stop) {
            cancel();
            begin(stop, 'move');
        }
        const all = lanes(stop);
        const lane = along || event.altKey ? drag.lane : all[all.indexOf(drag.lane) + step] || drag.lane;
        const start = drag.start + (along && !event.altKey ? step * STEP : 0);
        const end = drag.end + (along ? step * STEP : 0);
        if (isWithin(start, end, lane)) {
            Object.assign(drag, { lane, start, end });
            draw();
            document.getElementById('live').textContent = `${place(lane, start, end).name}, ${clock(start)}–${clock(end)}. ${words().drop}`;
        }
    });
    document.addEventListener('focusout', event => {
        if (drag && drag.kind === 'move' && !drag.pointer && event.target === drag.link) {
            cancel();
        }
    });

    /* Drag. */
    let pressed;
    document.addEventListener('pointerdown', event => {
        const link = event.target.closest && event.target.closest('.timeline a.start, .weekgrid a.start, a.block[data-move]');
        if (link && board(link) && board(link).dataset.slots && event.button === 0 && event.pointerType !== 'touch' && wide.matches) {
            pressed = { link, x: event.clientX, y: event.clientY, minute: minuteAt(event, laneOf(link)) };
        }
    });
    document.addEventListener('dragstart', event => {
        if (pressed) {
            event.preventDefault();
        }
    });
    document.addEventListener('pointermove', event => {
        if (!pressed) {
            return;
        }
        const { link } = pressed;
        if (!drag && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > 6) {
            const box = link.getBoundingClientRect();
            const toEnd = isWeek(link) ? box.bottom - pressed.y : box.right - pressed.x;
            begin(link, link.classList.contains('start') ? 'select' : toEnd <= EDGE ? 'end' : 'move');
            drag.pointer = true;
        }
        if (!drag) {
            return;
        }
        event.preventDefault();
        const minute = minuteAt(event, drag.lane);
        if (drag.kind === 'select') {
            const [one, other] = [pressed.minute, minute].sort((a, b) => a - b);
            drag.start = Math.floor(one / STEP) * STEP;
            drag.end = Math.max(drag.start + STEP, Math.ceil(other / STEP) * STEP);
        } else if (drag.kind === 'end') {
            drag.end = Math.max(drag.start + STEP, snapped(minute));
        } else {
            const under = document.elementsFromPoint(event.clientX, event.clientY).map(each => each.closest('.lane, .wday')).find(each => each && board(each) === board(link));
            const start = snapped(drag.was.start + minute - pressed.minute);
            const end = start + drag.was.end - drag.was.start;
            if (under && isWithin(start, end, under)) {
                Object.assign(drag, { lane: under, start, end });
            }
        }
        if (isWithin(drag.start, drag.end, drag.lane)) {
            draw();
        }
    });
    document.addEventListener('pointerup', event => {
        pressed = undefined;
        if (drag && drag.pointer) {
            const eat = click => {
                click.preventDefault();
                click.stopPropagation();
            };
            addEventListener('click', eat, true);
            setTimeout(() => removeEventListener('click', eat, true), 50);
            event.preventDefault();
            drop();
        }
    });
    document.addEventListener('pointercancel', () => {
        pressed = undefined;
        cancel();
    });
})();
