package org.passerelle.device.codec;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CodecConfiguration {

    /** A codec in the same network answers within a second; one that is away must not keep the others waiting. */
    @Bean
    CodecClient codecDoor() {
        return new CodecClient(Duration.ofSeconds(3), Duration.ofSeconds(8));
    }
}
