package org.passerelle.invitation.text;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** A message as HTML that mail programs show: tables and styles in place, nothing to fetch, no scripts. */
public final class MessageHtml {

    private static final SpringTemplateEngine ENGINE = engine();

    private MessageHtml() {}

    public static String of(MessageContent message) {
        return ENGINE.process("message", new Context(message.locale(), Map.of("message", message)));
    }

    private static SpringTemplateEngine engine() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver(MessageHtml.class.getClassLoader());
        templates.setPrefix("org/passerelle/invitation/text/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        return engine;
    }
}
