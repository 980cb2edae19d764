package org.passerelle.backup;

/** Why there is no backup of a night that is worth its name. */
public enum BackupFault {
    /** It could not be written. */
    NOT_WRITTEN,
    /** It was written, and could not be restored. */
    NOT_RESTORED,
    /** It was restored, and the check found something wrong in it. */
    FOUND_WRONG,
    /** The program ended before it was done. */
    BROKEN_OFF
}
