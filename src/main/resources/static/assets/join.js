/* Words come from the page, in its language. Shows the time on the reader's own clock, where no site has the same, and counts down to the opening; the page works without. */
(() => {
    const language = document.documentElement.lang || 'en';
    const own = document.querySelector('[data-own]');
    const clock = (date) => new Date(date - date.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
    if (own && !document.querySelector(`[data-clock="${clock(new Date(own.dataset.start))}"]`)) {
        const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
        const day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
        const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false });
        const start = new Date(own.dataset.start);
        const days = own.dataset.days.split(' ');
        const date = day.formatToParts(start).map(({ type, value }) => type === 'day' ? days[value - 1] : value).join('');
        own.querySelector('dd').textContent = `${date}, ${time.format(start)}–${time.format(new Date(own.dataset.end))} (${zone})`;
        own.hidden = false;
    }
    const timer = document.querySelector('[data-opens]');
    if (timer) {
        const units = timer.dataset;
        const opens = Date.now() + Math.max(0, new Date(timer.dataset.opens) - new Date(timer.dataset.now));
        const count = timer.querySelector('[data-count]');
        const show = () => {
            const left = Math.ceil((opens - Date.now()) / 1000);
            if (left <= 0) {
                location.reload();
                return;
            }
            const parts = [[Math.floor(left / 86400), units.days], [Math.floor(left / 3600) % 24, units.hours],
                [Math.floor(left / 60) % 60, units.minutes], [left < 600 ? left % 60 : 0, units.seconds]];
            count.textContent = parts.filter(([number]) => number > 0).map(([number, text]) => text.replace('#', number)).join(' ');
            setTimeout(show, 1000);
        };
        show();
    }
})();
