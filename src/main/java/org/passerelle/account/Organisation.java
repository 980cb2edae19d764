package org.passerelle.account;

import java.time.Duration;
import java.util.Optional;

/**
 * A firm, town or association whose people book together and see each other's titles.
 *
 * @param number what its quota is claimed under, immutable, never a number of a room
 * @param weeklyQuota the most room-hours it may hold in one week, Monday to Sunday; empty for no limit
 */
public record Organisation(OrganisationId id, String name, int number, Optional<Duration> weeklyQuota) {}
