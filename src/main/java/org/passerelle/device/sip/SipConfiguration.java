package org.passerelle.device.sip;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SipConfiguration {

    /** Much shorter than the 32 seconds that RFC 3261 gives a call: somebody waits at the button. */
    @Bean
    SipProbe sipProbe() {
        return new SipProbe(new SipLookup(), Duration.ofSeconds(4));
    }
}
