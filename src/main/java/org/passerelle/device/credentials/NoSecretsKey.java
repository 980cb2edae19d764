package org.passerelle.device.credentials;

/** There is no key to store secrets with; the administrator of the machine must give one. */
public class NoSecretsKey extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSecretsKey() {
        super("PASSERELLE_SECRETS_KEY is not set");
    }
}
