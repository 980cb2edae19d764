package org.passerelle.conference.bigbluebutton;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where BigBlueButton is, both as {@code bbb-conf --secret} prints them.
 *
 * @param url such as {@code https://bbb.example/bigbluebutton/}
 * @param secret by which each call is signed
 */
@ConfigurationProperties("passerelle.bbb")
record BigBlueButtonProperties(
        @DefaultValue("") String url, @DefaultValue("") String secret) {

    BigBlueButtonProperties {
        if (url.isBlank() != secret.isBlank()) {
            throw new IllegalArgumentException("PASSERELLE_BBB_URL and PASSERELLE_BBB_SECRET go together, and only "
                    + (url.isBlank() ? "the second" : "the first") + " is set");
        }
        if (!url.isBlank() && !url.strip().matches("https?://[^\\s/?#]+[^\\s?#]*")) {
            throw new IllegalArgumentException(
                    "PASSERELLE_BBB_URL is no URL such as https://bbb.example.org/bigbluebutton/");
        }
    }

    boolean isSetUp() {
        return !url.isBlank() && !secret.isBlank();
    }

    /** Without what is secret, for it ends up in logs. */
    @Override
    public String toString() {
        return "BigBlueButtonSettings[" + url + "]";
    }
}
