/* Keeps a calendar up to date: hears on which days something has changed, and fetches the page anew; the line of the present moves. Without it the page is as old as it is. */
(() => {
    const AT_MOST_EVERY = 2000;
    const SLOT = 5;
    const main = () => document.querySelector('main[data-live]');
    let source;
    let site;
    let planned;
    let last = 0;

    /* Where the reader was. */
    const here = () => {
        const active = document.activeElement;
        return active && active.closest('main') && active.getAttribute('href');
    };

    const isBusy = () => document.querySelector('.ghost, #card:popover-open, main[data-live] select:focus, main[data-live] input:focus');

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
        if (source) {
            source.close();
        }
        source = undefined;
        site = undefined;
    };

    const open = () => {
        const wished = main() && !document.hidden ? main().dataset.live : undefined;
        if (wished === site) {
            return;
        }
        close();
        if (!wished) {
            return;
        }
        site = wished;
        source = new EventSource(`${main().dataset.stream}?site=${encodeURIComponent(site)}`);
        let isFirst = true;
        source.addEventListener('open', () => {
            if (!isFirst) {
                soon();
            }
            isFirst = false;
        });
        source.addEventListener('changed', event => {
            if (main() && isShown(event.data)) {
                soon();
            }
        });
    };

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
