package org.passerelle.web;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.TestClient;
import org.springframework.web.util.HtmlUtils;

/** The booking form on a page as a browser without scripts would send it, with what a person changes in it. */
final class ShownForm {

    private static final Pattern FORM =
            Pattern.compile("<form id=\"booking\"[^>]* action=\"([^\"]+)\".*?</form>", Pattern.DOTALL);
    private static final Pattern FIELD =
            Pattern.compile("<input\\b[^>]*>|<textarea\\b([^>]*)>(.*?)</textarea>", Pattern.DOTALL);

    private final String action;
    private final List<Map.Entry<String, String>> fields = new ArrayList<>();

    private ShownForm(String action) {
        this.action = action;
    }

    static ShownForm on(String page) {
        Matcher form = FORM.matcher(page);
        if (!form.find()) {
            throw new AssertionError("No form on " + page);
        }
        ShownForm shown = new ShownForm(HtmlUtils.htmlUnescape(form.group(1)));
        Matcher field = FIELD.matcher(form.group());
        while (field.find()) {
            shown.read(field);
        }
        return shown;
    }

    private void read(Matcher field) {
        String tag = field.group(1) == null ? field.group() : field.group(1);
        boolean isChoice = tag.contains("type=\"radio\"") || tag.contains("type=\"checkbox\"");
        if (!isChoice || tag.contains("checked=")) {
            String value = field.group(2) == null
                    ? attribute(tag, "value").orElse("")
                    : field.group(2).strip();
            attribute(tag, "name").ifPresent(name -> fields.add(Map.entry(name, HtmlUtils.htmlUnescape(value))));
        }
    }

    private static Optional<String> attribute(String tag, String name) {
        Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? Optional.of(value.group(1)) : Optional.empty();
    }

    /** What is filled in or ticked under that name. */
    List<String> values(String name) {
        return fields.stream()
                .filter(field -> field.getKey().equals(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    ShownForm with(String name, String... values) {
        fields.removeIf(field -> field.getKey().equals(name));
        for (String value : values) {
            fields.add(Map.entry(name, value));
        }
        return this;
    }

    HttpResponse<String> send(TestClient browser) {
        return browser.postForm(action, fields);
    }
}
