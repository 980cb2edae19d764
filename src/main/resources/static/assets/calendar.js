/* Says in a card what a booking in a calendar is: to a pointer that rests on it, to the keyboard, and to the first touch. Without it the name, the times and the link are there. */
(() => {
    const BOOKING = '.piece > a.block, .entry > a';
    let timer;
    let shown;
    let pointer = '';

    const card = () => {
        let box = document.getElementById('card');
        if (!box) {
            box = document.createElement('div');
            box.id = 'card';
            box.popover = 'manual';
            box.addEventListener('pointerleave', hide);
            document.body.append(box);
        }
        return box;
    };

    const hide = () => {
        clearTimeout(timer);
        if (shown) {
            shown.title = shown.dataset.title || '';
            shown = undefined;
            card().hidePopover();
        }
    };

    const place = (box, link) => {
        const at = link.getBoundingClientRect();
        const size = box.getBoundingClientRect();
        const fitsBelow = at.bottom + size.height + 4 < innerHeight;
        box.style.left = `${Math.max(8, Math.min(at.left, innerWidth - size.width - 8))}px`;
        box.style.top = `${Math.max(8, fitsBelow ? at.bottom : at.top - size.height)}px`;
    };

    const show = async link => {
        const date = link.dataset.date ? `?date=${encodeURIComponent(link.dataset.date)}` : '';
        const answer = await fetch(`${link.pathname}/card${date}`);
        if (!answer.ok || answer.redirected || !link.isConnected) {
            return;
        }
        const text = await answer.text();
        hide();
        shown = link;
        link.dataset.title = link.title;
        link.removeAttribute('title');
        const box = card();
        box.innerHTML = text;
        box.showPopover();
        place(box, link);
    };

    const soon = (link, wait) => {
        clearTimeout(timer);
        if (link !== shown) {
            timer = setTimeout(() => show(link).catch(() => {}), wait);
        }
    };

    const booking = event => event.target.closest && event.target.closest(BOOKING);

    document.addEventListener('pointerdown', event => {
        pointer = event.pointerType;
        if (shown && !booking(event) && !card().contains(event.target)) {
            hide();
        }
    });
    document.addEventListener('pointerover', event => {
        const link = booking(event);
        if (link && event.pointerType === 'mouse') {
            soon(link, 350);
        }
    });
    document.addEventListener('pointerout', event => {
        const to = event.relatedTarget;
        if (event.pointerType === 'mouse' && booking(event) && !(to && (booking(event).contains(to) || to.closest('#card')))) {
            hide();
        }
    });
    document.addEventListener('focusin', event => {
        const link = booking(event);
        if (link && link.matches(':focus-visible')) {
            soon(link, 500);
        } else if (!event.target.closest('#card')) {
            hide();
        }
    });
    document.addEventListener('click', event => {
        const link = booking(event);
        if (link && pointer === 'touch' && link !== shown) {
            event.preventDefault();
            event.stopPropagation();
            soon(link, 0);
        }
    }, true);
    document.addEventListener('keydown', event => {
        if (event.key === 'Escape') {
            hide();
        }
    });
    document.addEventListener('scroll', hide, { capture: true, passive: true });
    document.addEventListener('htmx:beforeSwap', hide);
})();
