package org.passerelle.web.places;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.TestClient;
import org.springframework.web.util.HtmlUtils;

/** A form of a room or a site as a browser without scripts would send it, with what somebody changes in it. */
final class PlaceSheet {

    private static final Pattern FIELD =
            Pattern.compile("<input\\b[^>]*>|<select\\b[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</select>", Pattern.DOTALL);

    private final TestClient browser;
    private final String path;
    private final List<Map.Entry<String, String>> fields = new ArrayList<>();

    private PlaceSheet(TestClient browser, String path) {
        this.browser = browser;
        this.path = path;
    }

    static PlaceSheet at(TestClient browser, String path) {
        return on(browser, path, browser.get(path).body());
    }

    /** The form to be filled in on a page; where what it hits is shown first, that one is not meant. */
    static PlaceSheet on(TestClient browser, String path, String page) {
        int from = page.indexOf("class=\"stack place-form\"");
        if (from < 0) {
            throw new AssertionError("No form on " + page);
        }
        return read(browser, path, page.substring(from, page.indexOf("</form>", from)));
    }

    /** The form with which what becomes of bookings is agreed. */
    static PlaceSheet agreeing(TestClient browser, String path, String page) {
        int from = page.lastIndexOf("<form", page.indexOf("name=\"agreed\""));
        return read(browser, path, page.substring(from, page.indexOf("</form>", from)));
    }

    private static PlaceSheet read(TestClient browser, String path, String form) {
        PlaceSheet sheet = new PlaceSheet(browser, path);
        Matcher field = FIELD.matcher(form);
        while (field.find()) {
            String tag = field.group();
            if (field.group(1) != null) {
                Matcher chosen = Pattern.compile("value=\"([^\"]*)\" selected").matcher(field.group(2));
                sheet.add(field.group(1), chosen.find() ? chosen.group(1) : "");
            } else if (!tag.contains("type=\"checkbox\"") && !tag.contains("type=\"radio\"")
                    || tag.contains("checked=")) {
                attribute(tag, "name")
                        .ifPresent(
                                name -> sheet.add(name, attribute(tag, "value").orElse("")));
            }
        }
        return sheet;
    }

    private void add(String name, String value) {
        fields.add(Map.entry(name, HtmlUtils.htmlUnescape(value)));
    }

    private static Optional<String> attribute(String tag, String name) {
        Matcher value = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? Optional.of(value.group(1)) : Optional.empty();
    }

    String value(String name) {
        return fields.stream()
                .filter(each -> each.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("none such");
    }

    PlaceSheet with(String name, String value) {
        fields.removeIf(each -> each.getKey().equals(name));
        fields.add(Map.entry(name, value));
        return this;
    }

    HttpResponse<String> send() {
        return browser.postForm(path, fields);
    }
}
