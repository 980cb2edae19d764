/* Closes an open menu of the frame by Escape, or by a press beside it; without this it closes by another press on it. Sends a form once that is pressed twice, and says where it happens that a part of the page did not come. */
(() => {
    const menus = () => document.querySelectorAll('details.menu[open]');
    document.addEventListener('keydown', event => {
        if (event.key === 'Escape') {
            menus().forEach(menu => {
                const within = menu.contains(document.activeElement);
                menu.open = false;
                if (within) {
                    menu.querySelector('summary').focus();
                }
            });
        }
    });
    document.addEventListener('click', event => {
        menus().forEach(menu => {
            if (!menu.contains(event.target)) {
                menu.open = false;
            }
        });
    });

    /* Without network, or when the server cannot answer. */
    const say = (element, text) => {
        const at = element.closest('form, fieldset, details, section, [hx-get]');
        const box = document.querySelector('.unanswered') || document.createElement('p');
        box.className = 'notice bad unanswered';
        box.setAttribute('role', 'alert');
        box.textContent = text;
        if (at && at.closest('main')) {
            at.before(box);
        } else {
            document.querySelector('main').prepend(box);
        }
        box.scrollIntoView({ block: 'nearest' });
    };
    const unsay = () => document.querySelectorAll('.unanswered').forEach(box => box.remove());
    const words = () => document.body.dataset;
    ['htmx:sendError', 'htmx:timeout'].forEach(name => document.addEventListener(name, event => say(event.detail.elt, words().offline)));
    document.addEventListener('htmx:responseError', event => {
        const { status } = event.detail.xhr;
        if (status === 403 || status === 429 || status >= 500) {
            say(event.detail.elt, status === 403 ? words().forbidden : words().failed);
        }
    });
    document.addEventListener('htmx:afterOnLoad', event => {
        if (event.detail.xhr.status < 400) {
            unsay();
        }
    });
    addEventListener('online', unsay);

    /* What is made once, as an address that is shown once, a second press would make again and hide; and what is sent without network takes all that was typed along. */
    const PRESSED_TWICE = 3000;
    const sent = new WeakMap();
    document.addEventListener('submit', event => {
        const form = event.target;
        if (event.defaultPrevented || form.method !== 'post') {
            return;
        }
        if (!navigator.onLine) {
            event.preventDefault();
            say(event.submitter || form, words().offline);
            return;
        }
        if (Date.now() - (sent.get(form) || 0) < PRESSED_TWICE) {
            event.preventDefault();
        }
        sent.set(form, Date.now());
    });
    addEventListener('pageshow', () => document.querySelectorAll('form').forEach(form => sent.delete(form)));

    /* A booking form that came back with complaints is at an address that shows it as it was typed: to reload it, or to come back to it, sends nothing again. */
    const LONGEST = 6000;
    const refused = document.querySelector('main form#booking[method=post]');
    if (refused && refused.getAttribute('action') === location.pathname && document.querySelector('main [role=alert]')) {
        const typed = new URLSearchParams([...new FormData(refused)].filter(([name, value]) => value && !['_csrf', 'key'].includes(name)));
        const address = `${location.pathname}?${typed}`;
        history.replaceState(history.state, '', address.length < LONGEST ? address : location.pathname);
    }
})();
