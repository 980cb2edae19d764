package org.passerelle;

import org.passerelle.backup.command.CommandLine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Passerelle, the scheduler for shared meeting rooms and videoconference suites, or does one command. */
@SpringBootApplication(proxyBeanMethods = false)
public class PasserelleApplication {

    public static void main(String[] args) {
        if (CommandLine.isMeant(args)) {
            System.exit(CommandLine.run(args));
        }
        SpringApplication.run(PasserelleApplication.class, args);
    }
}
