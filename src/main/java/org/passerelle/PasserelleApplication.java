package org.passerelle;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Passerelle, the scheduler for shared meeting rooms and videoconference suites. */
@SpringBootApplication(proxyBeanMethods = false)
public class PasserelleApplication {

    public static void main(String[] args) {
        SpringApplication.run(PasserelleApplication.class, args);
    }
}
