package org.passerelle.conference.jitsi;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.passerelle.conference.Provider.ProviderEntry;

/** Writes the address of a conference: the token, and what spares people a second press. Each value is JSON, as the page reads it. */
final class JitsiAddress {

    private JitsiAddress() {}

    static URI of(ProviderEntry entry, JitsiProperties settings, String appId, String token) {
        String address = settings.base() + settings.tenantPath(appId) + "/"
                + entry.meeting().name();
        String config = "config.prejoinConfig.enabled=false"
                + "&config.disableInviteFunctions=true"
                + subject(entry.meeting().title())
                + "&config.defaultLanguage=" + text(entry.language().getLanguage())
                + "&userInfo.displayName=" + text(entry.who().name());
        return URI.create(
                settings.tokenIn() == JitsiProperties.TokenPlace.QUERY
                        ? address + "?jwt=" + token + "#" + config
                        : address + "#jwt=" + text(token) + "&" + config);
    }

    private static String subject(String title) {
        return title.isEmpty() ? "" : "&config.subject=" + text(title);
    }

    private static String text(String value) {
        StringBuilder json = new StringBuilder("\"");
        value.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\');
            }
            json.append((char) c);
        });
        return URLEncoder.encode(json.append('"').toString(), StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
