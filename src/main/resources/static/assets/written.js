/*
 * Days and times as people write them in the language of the page, and back. What has two meanings or none is never guessed: it is said. Names of months and days are those of the browser's own tables (CLDR),
 * the other words and today's day at the site are in #written of the layout.
 */
window.passerelle = (() => {
    const lang = document.documentElement.lang || 'en';
    const locale = lang === 'en' ? 'en-GB' : lang;
    const words = (document.getElementById('written') || {}).dataset || {};
    const DAY = 86_400_000;
    const YEARS = 8;
    const NIGHT = 7;

    const utc = iso => new Date(`${iso}T00:00Z`);
    const iso = date => date.toISOString().slice(0, 10);
    const plus = (day, days) => iso(new Date(utc(day).getTime() + days * DAY));
    const two = number => String(number).padStart(2, '0');
    const today = () => words.day || iso(new Date());
    const format = options => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
    /* Monday is 0. */
    const weekday = day => (utc(day).getUTCDay() + 6) % 7;

    const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’'\u00a0\u202f]/g, ' ').trim();
    const bare = name => plain(name).replace(/\./g, '');
    const names = (count, at, option) => ['long', 'short'].map(length =>
        Array.from({ length: count }, (_, index) => bare(format({ [option]: length, day: option === 'month' ? 'numeric' : undefined }).formatToParts(at(index))
            .find(part => part.type === option).value)));
    const months = names(12, index => new Date(Date.UTC(2024, index, 1)), 'month');
    const weekdays = names(7, index => new Date(Date.UTC(2024, 0, 1 + index)), 'weekday');

    /* The one of a list that is meant: by its whole or usual short name, or by three letters or more that no other begins with. -1 if none is. */
    const index = (lists, word) => {
        const whole = lists.map(list => list.indexOf(word)).find(found => found >= 0);
        if (whole !== undefined) {
            return whole;
        }
        const begun = lists[0].filter(name => word.length > 2 && name.startsWith(word));
        return begun.length === 1 ? lists[0].indexOf(begun[0]) : -1;
    };
    const isDay = (year, month, day) => month >= 1 && month <= 12 && day >= 1 && new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1;
    const fault = (key, ...about) => ({ fault: about.reduce((text, each, at) => text.replace(`{${at}}`, each), words[key] || key) });
    const unread = text => fault('unread', text);

    /* Without a year the next such day is meant, or the last one where a page looks back. */
    const dated = (year, month, day, looksBack) => {
        if (year !== undefined) {
            const whole = Number(year) < 100 ? 2000 + Number(year) : Number(year);
            return isDay(whole, month, day) ? { value: `${whole}-${two(month)}-${two(day)}` } : fault('none');
        }
        const now = Number(today().slice(0, 4));
        for (let step = 0; step <= YEARS; step++) {
            const near = now + (looksBack ? -step : step);
            const found = `${near}-${two(month)}-${two(day)}`;
            if (isDay(near, month, day) && (looksBack ? found <= today() : found >= today())) {
                return { value: found };
            }
        }
        return fault('none');
    };
    const inWords = day => format({ day: 'numeric', month: 'long', year: 'numeric' }).format(utc(day));
    const monthDay = (month, day) => format({ day: 'numeric', month: 'long' }).format(new Date(Date.UTC(2024, month - 1, day)));

    const numbers = (first, second, year, separator, looksBack) => {
        const isTwofold = words.order === 'either' && separator === '/' && first !== second && first <= 12 && second <= 12;
        return isTwofold ? fault('twofold', monthDay(second, first), monthDay(first, second)) : dated(year, second, first, looksBack);
    };
    const nearWeekday = (at, looksBack) => {
        const days = looksBack ? (weekday(today()) - at + 7) % 7 : (at - weekday(today()) + 7) % 7;
        return days === 0 ? undefined : { value: plus(today(), looksBack ? -days : days) };
    };
    const RELATIVE = { yesterday: -1, today: 0, tomorrow: 1, overmorrow: 2 };

    const sentence = (text, looksBack) => {
        const said = plain(text).replace(/-/g, ' ').replace(/\s+/g, ' ');
        const relative = Object.keys(RELATIVE).find(key => words[key] && plain(words[key]).replace(/-/g, ' ') === said);
        if (relative) {
            return { value: plus(today(), RELATIVE[relative]) };
        }
        const found = {};
        for (const word of said.replace(/[.,]/g, ' ').split(' ').filter(Boolean)) {
            const number = word.match(/^(\d{1,2})(er|e|st|nd|rd|th)?$/);
            const kind = number ? 'day' : /^\d{4}$/.test(word) ? 'year' : index(weekdays, word) >= 0 ? 'weekday' : index(months, word) >= 0 ? 'month' : undefined;
            if (!kind || kind in found) {
                return unread(text);
            }
            found[kind] = number ? Number(number[1]) : kind === 'year' ? word : index(kind === 'month' ? months : weekdays, word);
        }
        if ('day' in found && 'month' in found) {
            const day = dated(found.year, found.month + 1, found.day, looksBack);
            return 'weekday' in found && day.value && weekday(day.value) !== found.weekday
                ? fault('weekday', inWords(day.value), format({ weekday: 'long' }).format(utc(day.value)))
                : day;
        }
        return (Object.keys(found).join() === 'weekday' && nearWeekday(found.weekday, looksBack)) || unread(text);
    };

    /* {value: yyyy-mm-dd}, empty for nothing; or {fault: what to say}. */
    const readDay = (text, looksBack) => {
        const said = text.trim();
        if (said === '') {
            return { value: '' };
        }
        const whole = said.match(/^(\d{4})-(\d{1,2})-(\d{1,2})$/);
        if (whole) {
            return dated(whole[1], Number(whole[2]), Number(whole[3]));
        }
        const parts = said.match(/^(\d{1,2})\s*([/.-])\s*(\d{1,2})(?:\s*\2\s*(\d{4}|\d{2}))?\.?$/);
        return parts ? numbers(Number(parts[1]), Number(parts[3]), parts[4], parts[2], looksBack) : sentence(said, looksBack);
    };

    /* {value: HH:mm}, empty for nothing; or {fault}. A lone number below seven may be of the night or of the afternoon. */
    const readTime = text => {
        const said = plain(text).replace(/\s+/g, '');
        if (said === '') {
            return { value: '' };
        }
        if (words.noon && said === plain(words.noon)) {
            return { value: '12:00' };
        }
        const found = said.match(/^(\d{1,2})(?:([:h.])(\d{2})?)?(?:(a|p)\.?m\.?)?$/) || said.match(/^(\d{1,2})()(\d{2})$/);
        if (!found) {
            return fault('untimed', text.trim());
        }
        const [, hours, separator, minutes, half] = found;
        const isBare = !separator && !minutes && !half;
        const isOfHalf = half && (Number(hours) < 1 || Number(hours) > 12);
        const hour = half ? Number(hours) % 12 + (half === 'p' ? 12 : 0) : Number(hours);
        return isOfHalf || (isBare && hour < NIGHT) || (separator && separator !== 'h' && !minutes) || hour > 23 || Number(minutes || 0) > 59
            ? fault('untimed', text.trim())
            : { value: `${two(hour)}:${two(minutes || 0)}` };
    };

    const showDay = day => day ? format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(utc(day)).replace(',', '') : '';

    return {
        words, today, plus, utc, iso, weekday, format, readDay, readTime, showDay,
        fullDay: day => format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(utc(day)),
    };
})();
