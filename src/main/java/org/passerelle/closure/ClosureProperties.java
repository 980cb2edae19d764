package org.passerelle.closure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about closures.
 *
 * @param perSite so many a site may have that are neither over nor ended
 */
@ConfigurationProperties("passerelle.closures")
public record ClosureProperties(@DefaultValue("200") int perSite) {

    public ClosureProperties {
        if (perSite < 0) {
            throw new IllegalArgumentException("PASSERELLE_CLOSURES_PER_SITE is 0 or more");
        }
    }
}
