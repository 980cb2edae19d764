package org.passerelle.invitation.text;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** A letter as HTML that mail programs show: tables and styles in place, nothing to fetch, no scripts. */
public final class LetterHtml {

    private static final SpringTemplateEngine ENGINE = engine();

    private LetterHtml() {}

    public static String of(Letter letter) {
        return ENGINE.process("letter", new Context(letter.locale(), Map.of("letter", letter)));
    }

    private static SpringTemplateEngine engine() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver(LetterHtml.class.getClassLoader());
        templates.setPrefix("org/passerelle/invitation/text/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        return engine;
    }
}
