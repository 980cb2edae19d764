package org.passerelle.arrival.noshow;

import java.time.Duration;

/**
 * Why a booking has to be asked for where others need not ask.
 *
 * @param isOfOrganisation whether the dates of all people of their organisation are counted, not those of one person
 * @param count of dates to which nobody came
 * @param within so long before now
 */
public record AskedBecause(boolean isOfOrganisation, long count, Duration within) {}
