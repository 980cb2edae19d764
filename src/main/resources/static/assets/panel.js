/*
 * A panel beside a door. It shows the time, looks again by itself, and says how old what it shows is. A press is kept until the
 * server has answered it, and is sent under a name of its own, so that it is done once however often it is sent. Nothing is shown
 * as done before the server has said so.
 */
(() => {
    let main = document.querySelector('main.panel');
    if (!main) {
        return;
    }
    const LOOK = 30000, RETRY = 2000, STALE = 90000, TIMEOUT = 15000, IN_HAND = 10000, MOST = 5;
    const sheet = main.dataset.sheet;
    const prefix = 'panel:' + sheet;
    const memory = {};
    const read = (name, usual) => {
        try {
            return JSON.parse(localStorage.getItem(prefix + ':' + name)) ?? memory[name] ?? usual;
        } catch {
            return memory[name] ?? usual;
        }
    };
    const write = (name, value) => {
        memory[name] = value;
        try {
            localStorage.setItem(prefix + ':' + name, JSON.stringify(value));
        } catch {
            // It is kept as long as the page is open.
        }
    };
    const presses = () => read('presses', []);

    let isWorking = false;
    let isOut = false;
    let due = 0;
    let touched = 0;
    let noticeEnds = 0;

    document.querySelectorAll('main.panel link').forEach(link => document.head.append(link));

    /* What the panel knows, and since when. */
    const heard = () => write('heard', {at: Date.now(), skew: Number(main.dataset.made) - Date.now()});
    const now = () => Date.now() + (read('heard', {skew: 0}).skew || 0);
    const timeAt = moment => new Intl.DateTimeFormat(document.documentElement.lang, {
        hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: main.dataset.zone
    }).format(moment);
    const put = (element, text) => {
        if (element && element.textContent !== text) {
            element.textContent = text;
        }
    };
    const words = (element, ...values) =>
        values.reduce((text, value, at) => text.replace('%' + (at + 1), value), element.dataset.words);

    const show = () => {
        const made = Number(main.dataset.made);
        const age = now() - made;
        const isStale = isOut || age > STALE;
        put(main.querySelector('.panel-clock'), timeAt(now()));
        main.dataset.known = !isStale || now() < Number(main.dataset.until);
        const line = main.querySelector('.panel-age');
        line.hidden = !isStale;
        put(line, isStale ? words(line, timeAt(made), Math.max(0, Math.floor(age / 60000))) : '');
        const list = main.querySelector('.panel-waiting');
        const waiting = presses().filter(press => isOut || Date.now() - press.at > 1500);
        const shown = waiting.map(press => press.id).join();
        list.hidden = waiting.length === 0;
        if (list.dataset.shown !== shown) {
            list.dataset.shown = shown;
            list.replaceChildren(...waiting.map(press => {
                const item = document.createElement('div');
                const text = document.createElement('span');
                text.textContent = words(list, press.words, timeAt(press.at + now() - Date.now()));
                const undo = document.createElement('button');
                undo.type = 'button';
                undo.className = 'quiet';
                undo.textContent = list.dataset.undo;
                undo.addEventListener('click', () => {
                    drop(press.id);
                    show();
                });
                // What was on its way already may have been done.
                item.append(text, ...(press.sent ? [] : [undo]));
                return item;
            }));
        }
    };

    const drop = id => write('presses', presses().filter(press => press.id !== id));
    const ask = (address, options) => fetch(address, {
        ...options, cache: 'no-store', headers: {Accept: 'text/html'}, signal: AbortSignal.timeout(TIMEOUT)
    });

    /* The link of this panel opens nothing any more: nothing of it is kept. */
    const close = async () => {
        Object.keys(localStorage).filter(key => key.startsWith(prefix + ':')).forEach(key => localStorage.removeItem(key));
        await globalThis.caches?.delete(prefix);
        const workers = await navigator.serviceWorker?.getRegistrations() ?? [];
        await Promise.all(workers.filter(each => each.scope.endsWith(sheet)).map(each => each.unregister()));
        location.replace(sheet);
    };

    const replace = html => {
        const next = new DOMParser().parseFromString(html, 'text/html').querySelector('main.panel');
        if (!next) {
            throw new Error('No panel');
        }
        next.querySelectorAll('link, script, noscript').forEach(each => each.remove());
        const said = main.querySelector('.panel-notice');
        const fresh = next.querySelector('.panel-notice');
        if (fresh) {
            noticeEnds = Date.now() + (fresh.classList.contains('bad') ? 60000 : 15000);
        } else if (said && Date.now() < noticeEnds) {
            next.querySelector('.panel-head').after(said);
        }
        main.replaceWith(next);
        main = next;
        heard();
    };

    const keep = async page => {
        if (!globalThis.caches) {
            return;
        }
        const cache = await caches.open(prefix);
        await cache.put(sheet, page);
        const files = [...document.querySelectorAll('link[href], script[src]')]
            .map(each => each.href || each.src)
            .filter(each => each.startsWith(location.origin));
        const wanted = new Set([...files, new URL(sheet, location.href).href]);
        for (const request of await cache.keys()) {
            if (!wanted.delete(request.url)) {
                await cache.delete(request);
            }
        }
        await Promise.all([...wanted].map(each => cache.add(each).catch(() => {})));
    };

    const look = async () => {
        const answer = await ask(sheet);
        if (answer.status === 404 || answer.status === 410) {
            return close();
        }
        if (!answer.ok) {
            throw new Error('No answer');
        }
        const copy = answer.clone();
        replace(await answer.text());
        keep(copy).catch(() => {});
    };

    /* Whether anything was sent and answered. */
    const send = async () => {
        let isAnswered = false;
        for (let press; (press = presses()[0]);) {
            write('presses', presses().map(each => each.id === press.id ? {...each, sent: true} : each));
            const body = new URLSearchParams(press.fields);
            body.set('press', press.id);
            body.set('waited', String(Math.max(0, Math.round((Date.now() - press.at) / 1000))));
            const answer = await ask(press.action, {method: 'POST', body});
            if (answer.status === 429 || answer.status >= 500) {
                throw new Error('Not answered');
            }
            drop(press.id);
            if (!answer.ok) {
                return close();
            }
            replace(await answer.text());
            isAnswered = true;
        }
        return isAnswered;
    };

    const work = async () => {
        if (isWorking) {
            return;
        }
        isWorking = true;
        due = Infinity;
        let pause = LOOK;
        try {
            const isAnswered = await send();
            if (!isAnswered && Date.now() - touched > IN_HAND) {
                await look();
            } else if (!isAnswered) {
                pause = IN_HAND;
            }
            isOut = isOut && !isAnswered && pause === IN_HAND;
        } catch {
            isOut = true;
            pause = RETRY + Math.random() * RETRY;
        }
        isWorking = false;
        due = Math.min(due, Date.now() + pause);
        show();
    };

    document.addEventListener('submit', event => {
        const form = event.target;
        if (!form.closest('main.panel')) {
            return;
        }
        event.preventDefault();
        const fields = [...new FormData(form, event.submitter)];
        const same = JSON.stringify([form.action, fields]);
        const held = presses();
        if (held.length < MOST && !held.some(each => JSON.stringify([each.action, each.fields]) === same)) {
            const id = [...crypto.getRandomValues(new Uint8Array(16))].map(each => each.toString(16).padStart(2, '0')).join('');
            const label = (event.submitter?.dataset.words || event.submitter?.textContent || '').trim();
            write('presses', [...held, {id, action: form.action, fields, at: Date.now(), words: label}]);
        }
        due = 0;
        work();
        show();
    });
    ['pointerdown', 'keydown'].forEach(each => document.addEventListener(each, () => {
        touched = Date.now();
    }));
    ['online', 'offline'].forEach(each => addEventListener(each, () => {
        due = 0;
        work();
    }));
    setInterval(() => {
        show();
        if (Date.now() >= due) {
            work();
        }
    }, 1000);

    if (main.querySelector('.panel-notice')) {
        noticeEnds = Date.now() + 15000;
    }
    navigator.serviceWorker?.register(sheet + '/worker.js', {scope: sheet}).catch(() => {});
    show();
    work();
})();
