package org.passerelle.platform.work;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the processor a person may have for what is {@link Metered}.
 *
 * @param atOnce processor time that can be used without a pause
 * @param aMinute what comes back of it each minute
 * @param free of each call; what ordinary calls take is nobody's concern
 * @param calls at the same time, of those that are to be few
 */
@ConfigurationProperties("passerelle.processor")
record ProcessorProperties(
        @DefaultValue("PT20S") Duration atOnce,
        @DefaultValue("PT10S") Duration aMinute,
        @DefaultValue("PT0.1S") Duration free,
        @DefaultValue("32") int calls) {

    ProcessorProperties {
        if (atOnce.isNegative() || atOnce.isZero() || aMinute.toMillis() < 1 || free.isNegative() || calls < 1) {
            throw new IllegalArgumentException(
                    "PASSERELLE_PROCESSOR_AT_ONCE and PASSERELLE_PROCESSOR_A_MINUTE are more than nothing, PASSERELLE_PROCESSOR_CALLS is 1 or more, and PASSERELLE_PROCESSOR_FREE is not less than nothing");
        }
    }
}
