/* Closes an open menu of the frame by Escape, or by a press beside it; without this it closes by another press on it. */
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
})();
