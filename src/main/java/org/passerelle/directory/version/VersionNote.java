package org.passerelle.directory.version;

/**
 * What a version of the directory says of how it came about.
 *
 * @param by the id of the account of whoever made it; empty if it was the program itself
 * @param concerning the id of the room, the site or the operator that was changed by itself; empty if it was not one
 */
public record VersionNote(String by, VersionOrigin origin, String concerning) {

    /** Of what is stored and says nothing of itself. */
    public static final VersionNote UNKNOWN = new VersionNote("", VersionOrigin.FILE, "");

    public static VersionNote file(String by) {
        return new VersionNote(by, VersionOrigin.FILE, "");
    }

    public static VersionNote form(String by, String concerning) {
        return new VersionNote(by, VersionOrigin.FORM, concerning);
    }

    public static VersionNote api(String by, String concerning) {
        return new VersionNote(by, VersionOrigin.API, concerning);
    }

    /** @param version that was put back */
    public static VersionNote revert(String by, long version) {
        return new VersionNote(by, VersionOrigin.REVERT, Long.toString(version));
    }

    public static VersionNote ofTheProgram(VersionOrigin origin) {
        return new VersionNote("", origin, "");
    }
}
