package org.passerelle.platform.mongo.log;

/** How the log does, for its operators. */
public sealed interface LogState {

    /** Everything that is asked is done. */
    record Working() implements LogState {}

    /**
     * Too little room is left on the disk: nothing new is to be taken, so that what must be written still can.
     *
     * @param usableBytes what is left
     */
    record SpaceWarning(long usableBytes) implements LogState {}

    /** The disk fails. What is in memory can be read; nothing is written until it answers again. */
    record Failing(String reason) implements LogState {}

    /** Something that was stored is not what was written. The rest is read and written. */
    record Damaged(String where) implements LogState {}
}
