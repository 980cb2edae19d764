package org.passerelle.device.status;

/** What somebody who relies on the device of a room needs to know at one look. */
public enum DeviceStatus {
    /** One try went well, and none failed. */
    GOOD,
    /** The last try of something failed. */
    BAD,
    /** It was not tried yet, or cannot be. */
    UNKNOWN
}
