package org.passerelle.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the whole installation is told about itself.
 *
 * @param dataDir where the embedded database and the mail spool live
 * @param publicUrl base of every link handed out; ask {@link PublicUrl}, which knows what holds without it
 * @param adminEmail the first administrator, required in production
 * @param clockOffset added to the clock, in the demo only
 * @param demo the accounts to try it out with, empty outside the demo
 */
@ConfigurationProperties("passerelle")
public record PasserelleProperties(
        @DefaultValue("./data") Path dataDir,
        @Nullable URI publicUrl,
        @Nullable String adminEmail,
        @DefaultValue("PT0S") Duration clockOffset,
        @DefaultValue Demo demo) {

    public PasserelleProperties {
        publicUrl = publicUrl == null || publicUrl.toString().isBlank() ? null : publicUrl;
        if (publicUrl != null && !isBase(publicUrl)) {
            throw new IllegalArgumentException("PASSERELLE_PUBLIC_URL is " + publicUrl
                    + ", which is no address of a site, such as https://rooms.example.org");
        }
        if (adminEmail != null && !adminEmail.isBlank() && !adminEmail.strip().matches("[^@\\s]+@[^@\\s]+")) {
            throw new IllegalArgumentException(
                    "PASSERELLE_ADMIN_EMAIL is " + adminEmail + ", which is no address of a mailbox");
        }
    }

    /** Whether a path of ours can be put after it. */
    private static boolean isBase(URI url) {
        return ("https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()))
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
    }

    /** The demo's accounts, which all have the one password. */
    public record Demo(
            @DefaultValue("passerelle") String password,
            @DefaultValue List<String> accounts) {

        public Demo {
            accounts = List.copyOf(accounts);
        }
    }
}
