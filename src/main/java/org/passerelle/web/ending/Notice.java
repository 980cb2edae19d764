package org.passerelle.web.ending;

import java.time.Instant;

/**
 * That a conference ends soon, in the words of a page.
 *
 * @param end the moment, which the button says that its presser saw
 * @param after what comes after it
 * @param canBeLonger whether there is a button
 */
public record Notice(Instant end, String ends, String after, boolean canBeLonger) {}
