package org.passerelle.device.credentials;

/** A credential was given, replaced or taken away; devices that failed for want of it are worth another try. */
public record CredentialChanged(String name) {}
