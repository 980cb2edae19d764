/* Adds when a conference ends on the reader's own clock, where that shows another time; the page works without. */
(() => {
    const own = document.querySelector('[data-own-end]');
    if (own) {
        const language = document.documentElement.lang || 'en';
        const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false })
            .format(new Date(own.dataset.end));
        if (!own.closest('p').querySelector('b').textContent.includes(time)) {
            own.textContent += ` ${time}`;
            own.hidden = false;
        }
    }
})();
