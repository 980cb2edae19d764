package org.passerelle.platform.mongo.log;

/**
 * Up to where the log is on the disk.
 *
 * @param sequence of the last record
 * @param chain up to it
 * @param end where it ends in {@code segment}
 */
record Durable(long sequence, long chain, Segment segment, long end) {}
