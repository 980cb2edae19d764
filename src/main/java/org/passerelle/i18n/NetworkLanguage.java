package org.passerelle.i18n;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What is spoken first where nothing is known of whoever is spoken to: the language of the setting for mails. */
@Component
public record NetworkLanguage(
        @Value("${passerelle.mail.language:fr}") Locale locale) {

    public NetworkLanguage {
        locale = Languages.nearest(locale);
    }

    /** All languages, this one first. */
    public List<Locale> thenOthers() {
        return Stream.concat(Stream.of(locale), Languages.SPOKEN.stream())
                .distinct()
                .toList();
    }
}
