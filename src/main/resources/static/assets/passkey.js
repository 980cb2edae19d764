// Asks the browser for a passkey and sends what it says as the form that asked. Without scripts or passkeys there is nothing to press.
(() => {
  const octets = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), each => each.charCodeAt(0));
  const text = octets => btoa(String.fromCharCode(...new Uint8Array(octets))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

  // WebAuthn level 3 has parseCreationOptionsFromJSON, parseRequestOptionsFromJSON and toJSON; older browsers do not.
  const asked = options => ({
    ...options,
    challenge: octets(options.challenge),
    ...(options.user && {user: {...options.user, id: octets(options.user.id)}}),
    ...(options.excludeCredentials && {excludeCredentials: options.excludeCredentials.map(each => ({...each, id: octets(each.id)}))}),
  });
  const said = ({id, rawId, type, response, authenticatorAttachment}) => JSON.stringify({
    id, rawId: text(rawId), type, authenticatorAttachment, clientExtensionResults: {},
    response: response.attestationObject
      ? {clientDataJSON: text(response.clientDataJSON), attestationObject: text(response.attestationObject), transports: response.getTransports?.() ?? []}
      : {clientDataJSON: text(response.clientDataJSON), authenticatorData: text(response.authenticatorData), signature: text(response.signature),
         userHandle: response.userHandle ? text(response.userHandle) : undefined},
  });

  if (!window.PublicKeyCredential) {
    return;
  }
  document.querySelectorAll('form[data-passkey]').forEach(form => {
    form.hidden = false;
    form.addEventListener('submit', async event => {
      const answer = form.elements.credential;
      if (answer.value) {
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      const publicKey = asked(JSON.parse(form.dataset.passkey));
      const trouble = form.querySelector('[data-trouble]');
      trouble.hidden = true;
      try {
        const credential = publicKey.user ? await navigator.credentials.create({publicKey}) : await navigator.credentials.get({publicKey});
        answer.value = said(credential);
        form.submit();
      } catch (e) {
        trouble.hidden = false;
      }
    });
  });
})();
