/* Opens a panel while there is no network: what its page has kept is shown then. It sends nothing and makes nothing up. */
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', event => {
    const request = event.request;
    const isPage = request.mode === 'navigate';
    const isShown = isPage || ['style', 'script', 'font', 'image'].includes(request.destination);
    if (request.method !== 'GET' || !isShown || new URL(request.url).origin !== self.location.origin) {
        return;
    }
    const kept = () => caches.match(request, {ignoreSearch: isPage, ignoreVary: true});
    event.respondWith(fetch(request).then(
        async answer => answer.status < 500 ? answer : await kept() || answer,
        async failure => {
            const answer = await kept();
            if (answer) {
                return answer;
            }
            throw failure;
        }));
});
