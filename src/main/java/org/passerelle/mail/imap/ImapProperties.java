package org.passerelle.mail.imap;

import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A mailbox to which the mail for all rooms comes, and nothing else.
 *
 * @param host of its server; without it there is none
 * @param port 993 with {@link Security#TLS}, else 143, unless set
 * @param doneFolder where mail is moved once it is stored; without it, mail stays where it is and is marked as seen
 */
@ConfigurationProperties("passerelle.mail.imap")
record ImapProperties(
        @Nullable String host,
        @DefaultValue("0") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder,
        @Nullable String doneFolder,
        @DefaultValue("TLS") Security tls) {

    /** How the connection is kept from being read by others. */
    enum Security {
        TLS,
        STARTTLS,
        /** Not at all: only on the same machine. */
        NONE
    }

    private static final String CONNECTING_MILLIS = "10000";
    private static final String ANSWERING_MILLIS = "60000";

    ImapProperties {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("PASSERELLE_MAIL_IMAP_PORT is " + port + ", which is no port");
        }
        if (tls == Security.NONE && host != null && !host.isBlank() && !isThisMachine(host)) {
            throw new IllegalArgumentException("PASSERELLE_MAIL_IMAP_TLS is NONE, which sends the password in clear to "
                    + host + ": only a mailbox on this machine is read without TLS");
        }
    }

    /** Names are not looked up: who answers for one may change. */
    private static boolean isThisMachine(String host) {
        return host.strip().matches("(?i)localhost|127(\\.\\d{1,3}){3}|::1|\\[::1]");
    }

    boolean isSet() {
        return host != null && !host.isBlank();
    }

    Optional<String> done() {
        return Optional.ofNullable(doneFolder).filter(name -> !name.isBlank());
    }

    String protocol() {
        return tls == Security.TLS ? "imaps" : "imap";
    }

    int portOrUsual() {
        return port > 0 ? port : tls == Security.TLS ? 993 : 143;
    }

    /** For the library: nothing is marked as seen by being read, and nobody is waited for without end. */
    Properties properties() {
        Properties properties = new Properties();
        String prefix = "mail." + protocol() + ".";
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "fetchsize", "262144");
        properties.setProperty(prefix + "connectiontimeout", CONNECTING_MILLIS);
        properties.setProperty(prefix + "timeout", ANSWERING_MILLIS);
        properties.setProperty(prefix + "writetimeout", ANSWERING_MILLIS);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(tls == Security.STARTTLS));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(tls == Security.STARTTLS));
        return properties;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "ImapSettings[" + user + " at " + host + ":" + portOrUsual() + ", " + tls + "]";
    }
}
