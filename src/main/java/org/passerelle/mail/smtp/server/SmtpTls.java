package org.passerelle.mail.smtp.server;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** STARTTLS (RFC 3207) with a certificate of one's own, TLS 1.2 or later. */
record SmtpTls(SSLContext context) {

    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    /** @throws RuntimeException if they are not a certificate and its key */
    static SmtpTls of(String certificate, String key) {
        PemSslStoreDetails details =
                PemSslStoreDetails.forCertificate(certificate).withPrivateKey(key);
        return new SmtpTls(SslBundle.of(new PemSslStoreBundle(details, null)).createSslContext());
    }

    /** The server's end of it, over a connection that is there; nobody is asked for the peer's name. */
    SSLSocket over(Socket plain) throws IOException {
        SSLSocket secure = (SSLSocket) context.getSocketFactory()
                .createSocket(plain, plain.getInetAddress().getHostAddress(), plain.getPort(), true);
        secure.setUseClientMode(false);
        secure.setEnabledProtocols(VERSIONS);
        return secure;
    }
}
