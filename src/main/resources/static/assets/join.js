/* Shows the time on the reader's own clock and counts down to the opening; the page works without. */
(() => {
    const language = document.documentElement.lang || 'en';
    const own = document.querySelector('[data-own]');
    if (own) {
        const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
        const day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
        const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false });
        const start = new Date(own.dataset.start);
        const text = `${day.format(start)}, ${time.format(start)}–${time.format(new Date(own.dataset.end))} (${zone})`;
        own.querySelector('dd').textContent = text;
        own.hidden = false;
    }
    const timer = document.querySelector('[data-opens]');
    if (timer) {
        const french = language.startsWith('fr');
        const opens = Date.now() + Math.max(0, new Date(timer.dataset.opens) - new Date(timer.dataset.now));
        const count = timer.querySelector('[data-count]');
        const show = () => {
            const left = Math.ceil((opens - Date.now()) / 1000);
            if (left <= 0) {
                location.reload();
                return;
            }
            const parts = [[Math.floor(left / 86400), french ? 'j' : 'd'], [Math.floor(left / 3600) % 24, 'h'],
                [Math.floor(left / 60) % 60, 'min'], [left < 600 ? left % 60 : 0, 's']];
            count.textContent = parts.filter(([number]) => number > 0).map(([number, unit]) => `${number} ${unit}`).join(' ');
            setTimeout(show, 1000);
        };
        show();
    }
})();
