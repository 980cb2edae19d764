package org.passerelle.device.codec;

/** Why a codec did not take its meetings; each has a sentence in both languages. */
public enum CodecFailure {
    /** Nobody has given the credential that the directory names, or it was stored under another key. */
    NO_CREDENTIAL,
    /** No such host. */
    UNKNOWN_HOST,
    /** Nothing listens there, or the connection broke. */
    UNREACHABLE,
    /** Not answered in time. */
    TOO_SLOW,
    /** Its certificate is neither signed by an authority that is trusted nor the one that the directory names. */
    CERTIFICATE,
    /** It does not know the user or the password, or the user may not. */
    WRONG_CREDENTIAL,
    /** It has no such interface; recent software may have dropped it. */
    NOT_SUPPORTED,
    /** It answered something else than yes. */
    REFUSED,
    /** Something that nobody thought of; it is in the log. */
    UNFORESEEN
}
