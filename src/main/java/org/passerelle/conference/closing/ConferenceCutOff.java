package org.passerelle.conference.closing;

/**
 * A conference that people could enter is not provided for any more, and is to be ended now.
 *
 * @param conference its name on its server
 */
public record ConferenceCutOff(String conference) {}
