package org.passerelle.photo;

/** Why a file is not taken as a photo. */
public enum PhotoFault {
    /** It is no JPEG or PNG, or is broken. */
    UNREADABLE,
    /** It is a WebP, of which only a browser makes a JPEG. */
    WEBP,
    /** It is smaller than anything that could be shown. */
    TOO_SMALL,
    /** It has more pixels than are looked at. */
    TOO_MANY_PIXELS
}
