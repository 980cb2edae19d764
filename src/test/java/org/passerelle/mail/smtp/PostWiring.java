package org.passerelle.mail.smtp;

import org.passerelle.mail.Postbox;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A way to a mail server on this machine, for tests without Spring. */
public final class PostWiring {

    private PostWiring() {}

    public static Postbox smtp(int port) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        return new SmtpPostbox(server);
    }
}
