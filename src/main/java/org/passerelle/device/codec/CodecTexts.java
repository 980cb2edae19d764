package org.passerelle.device.codec;

import java.util.stream.Collectors;
import org.passerelle.i18n.LanguageBundle;
import org.passerelle.i18n.NetworkLanguage;
import org.springframework.stereotype.Component;

/** What a codec shows in words of ours: in every language, that of the network first, since anybody may sit there. */
@Component
class CodecTexts {

    private static final LanguageBundle WORDS = new LanguageBundle("org/passerelle/device/codec/bookings");

    private final String taken;

    CodecTexts(NetworkLanguage first) {
        this.taken = first.thenOthers().stream()
                .map(language -> WORDS.text("taken", language))
                .distinct()
                .collect(Collectors.joining(" / "));
    }

    /** What stands for a title that is nobody's business. */
    String taken() {
        return taken;
    }
}
