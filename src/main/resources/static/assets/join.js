/* Shows the time on the reader's own clock, where no site has the same, and counts down to the opening; the page works without. */
(() => {
    const language = document.documentElement.lang || 'en';
    const own = document.querySelector('[data-own]');
    const clock = (date) => new Date(date - date.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
    if (own && !document.querySelector(`[data-clock="${clock(new Date(own.dataset.start))}"]`)) {
        const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
        const day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
        const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false });
        const start = new Date(own.dataset.start);
        const date = language.startsWith('fr') ? day.format(start).replace(' 1 ', ' 1er ') : day.format(start);
        own.querySelector('dd').textContent = `${date}, ${time.format(start)}–${time.format(new Date(own.dataset.end))} (${zone})`;
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
