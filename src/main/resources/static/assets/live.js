/* Keeps a calendar or a reception up to date: hears on which days something has changed, and fetches it anew; the line of the present moves. Without it a calendar is as old as it is, and a reception asks every half minute. */
(() => {
    const AT_MOST_EVERY = 2000;
    const AGAIN = 1000;
    const AGAIN_AT_LAST = 60000;
    const UNASKED = 110000;
    const SLOT = 5;
    const main = () => document.querySelector('main[data-live]');
    /* A part that renews itself by its own attributes; else all is fetched. */
    const part = () => main().querySelector('[data-renews]');
    let source;
    let heard;
    let planned;
    let retry;
    let pause = AGAIN;
    let isBehind = false;
    let last = 0;

    /* Where the reader was. */
    const here = () => {
        const active = document.activeElement;
        return active && active.closest('main') && active.getAttribute('href');
    };

    const isBusy = () => document.querySelector('.ghost, #card:popover-open, dialog[open], [data-renews].htmx-request, [data-renews] .htmx-request') ||
        !part() && main().querySelector('select:focus, input:focus');

    const fetchAnew = async () => {
        planned = undefined;
        if (!main() || document.hidden) {
            return;
        }
        if (isBusy()) {
            soon();
            return;
        }
        last = Date.now();
        if (part()) {
            htmx.trigger(part(), 'renew');
            return;
        }
        const href = here();
        const top = scrollY;
        await htmx.ajax('GET', location.pathname + location.search, { target: '#main', select: '#main', swap: 'outerHTML show:none' });
        scrollTo(scrollX, top);
        if (href && !here()) {
            const again = main() && main().querySelector(`a[href="${CSS.escape(href).replace(/\\([^"\\])/g, '$1')}"]`);
            if (again) {
                again.focus({ preventScroll: true });
            }
        }
    };

    const soon = () => {
        planned = planned || setTimeout(fetchAnew, Math.max(Math.random() * 150, last + AT_MOST_EVERY - Date.now()));
    };

    const isShown = days => {
        const { first, end } = main().dataset;
        return !days || days.split(' ').some(day => day >= first && day < end);
    };

    const close = () => {
        clearTimeout(retry);
        retry = undefined;
        if (source) {
            source.close();
        }
        source = undefined;
        heard = undefined;
    };

    const open = () => {
        const wished = main() && !document.hidden ? main().dataset.live : undefined;
        if (wished === heard && !retry) {
            return;
        }
        close();
        if (!wished) {
            return;
        }
        heard = wished;
        source = new EventSource(heard);
        source.addEventListener('open', () => {
            pause = AGAIN;
            if (isBehind) {
                soon();
            }
            isBehind = false;
        });
        source.addEventListener('changed', event => {
            if (main() && isShown(event.data)) {
                soon();
            }
        });
        source.addEventListener('error', () => {
            isBehind = true;
            /* After an answer that is none, as of a proxy whose server starts anew, a browser does not try again by itself. */
            if (source && source.readyState === EventSource.CLOSED) {
                retry = setTimeout(open, pause * (1 + Math.random()) / 2);
                pause = Math.min(2 * pause, AGAIN_AT_LAST);
            }
        });
    };

    /* While changes are heard of, only what comes with time needs to be asked for; and nothing that nobody sees. */
    document.addEventListener('htmx:beforeRequest', event => {
        const { elt, requestConfig } = event.detail;
        if (!elt.matches('[data-renews]')) {
            return;
        }
        const isHeard = source && source.readyState === EventSource.OPEN && Date.now() - last < UNASKED;
        if (!requestConfig.triggeringEvent && (isHeard || document.hidden)) {
            event.preventDefault();
        } else {
            last = Date.now();
        }
    });

    document.addEventListener('visibilitychange', () => {
        open();
        if (!document.hidden && main()) {
            soon();
        }
    });
    document.addEventListener('htmx:afterSettle', open);
    addEventListener('pagehide', close);
    addEventListener('pageshow', open);

    /* The present. */
    const since = new WeakMap();
    const tick = () => document.querySelectorAll('.timeline > .now, .wcol > .wnow').forEach(line => {
        const [before, after] = line.querySelectorAll('i');
        if (!since.has(line)) {
            const grow = each => Number(each.className.slice(1));
            since.set(line, { at: performance.now(), before: grow(before), after: grow(after) });
        }
        const first = since.get(line);
        const gone = Math.min(first.after, (performance.now() - first.at) / 60000 / SLOT);
        before.style.flexGrow = first.before + gone;
        after.style.flexGrow = first.after - gone;
    });
    setInterval(tick, 30000);
    document.addEventListener('DOMContentLoaded', tick);
    document.addEventListener('htmx:afterSettle', tick);
})();
