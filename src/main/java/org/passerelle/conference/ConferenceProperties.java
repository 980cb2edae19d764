package org.passerelle.conference;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about conferences.
 *
 * @param early how long before its time a conference lets people in
 * @param grace how long after its time it still does, and goes on
 * @param overtime how long after its time it goes on at most, as long as somebody is there and nobody else needs a room
 * @param provider the one that holds a conference for which none is named
 * @param organisations other ones than that, by the id of the organisation
 * @param sites other ones, by the id of the first room's site, where the organisation has none
 */
@ConfigurationProperties("passerelle.conference")
record ConferenceProperties(
        @DefaultValue("PT10M") Duration early,
        @DefaultValue("PT10M") Duration grace,
        @DefaultValue("PT1H") Duration overtime,
        @DefaultValue("jitsi") String provider,
        @DefaultValue Map<String, String> organisations,
        @DefaultValue Map<String, String> sites) {

    ConferenceProperties {
        if (early.isNegative() || grace.isNegative() || overtime.isNegative()) {
            throw new IllegalArgumentException(
                    "PASSERELLE_CONFERENCE_EARLY, PASSERELLE_CONFERENCE_GRACE and PASSERELLE_CONFERENCE_OVERTIME are no times less than nothing");
        }
        organisations = Map.copyOf(organisations);
        sites = Map.copyOf(sites);
    }
}
