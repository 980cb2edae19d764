package org.passerelle.web;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import org.passerelle.TestClient;
import org.passerelle.web.SeriesEdit.Step;

/** Does the steps of a {@link SeriesEdit} as somebody does who fills in the forms of the pages. */
final class SeriesEditsByPage extends SeriesEditsByApi {

    private static final Set<String> FIELDS = Set.of("start", "duration", "end", "rooms", "title");
    private static final Set<String> VERBS = Set.of(
            "book", "other", "free", "now", "refused", "all", "one", "following", "drop", "decline", "back", "api");

    private final TestClient browser;

    SeriesEditsByPage(EditedSeries series, TestClient client, TestClient browser) {
        super(series, client);
        this.browser = browser;
    }

    /** Whether the pages have a form for each step of {@code edit}. */
    static boolean offer(SeriesEdit edit) {
        return edit.throughPages()
                && edit.steps().stream()
                        .allMatch(step -> VERBS.contains(step.verb())
                                && (Set.of("book", "api").contains(step.verb())
                                        || FIELDS.containsAll(step.fields().keySet())));
    }

    @Override
    HttpResponse<String> perform(Step step) {
        return switch (step.verb()) {
            case "api" -> super.perform(step.inner());
            case "all" -> fill("/bookings/" + series.first() + "/change", step);
            case "one" -> fill(change(step, ""), step);
            case "following" -> fill(change(step, "&extent=FOLLOWING"), step);
            case "drop", "decline" -> press("/cancel", step);
            case "back" -> press("/put-back", step);
            default -> throw new AssertionError("No such step: " + step);
        };
    }

    private String change(Step step, String extent) {
        EditedSeries.Named date = series.date(day(step));
        return "/bookings/" + date.booking() + "/change?occurrence=" + date.recurrenceId() + extent;
    }

    private HttpResponse<String> fill(String path, Step step) {
        ShownForm form = ShownForm.on(browser.get(path).body());
        step.fields()
                .forEach((field, value) -> fill(form, field, value, step.verb().equals("one")));
        return form.send(browser);
    }

    private static void fill(ShownForm form, String field, String value, boolean hasADay) {
        switch (field) {
            case "start" -> {
                LocalDateTime start = LocalDateTime.parse(value);
                form.with("start", start.toLocalTime().toString());
                if (hasADay) {
                    form.with("date", start.toLocalDate().toString());
                }
            }
            case "duration" ->
                form.with(
                        "length", value.startsWith("PT") ? Duration.parse(value).toString() : value);
            case "end" -> {
                LocalTime until = LocalDateTime.parse(value).toLocalTime();
                form.with("length", "CUSTOM").with("until", until.toString());
            }
            case "rooms" -> form.with("room", value.split(","));
            case "title" -> form.with("title", value.replace('_', ' '));
            default -> throw new AssertionError("No form asks for " + field);
        }
    }

    private HttpResponse<String> press(String action, Step step) {
        EditedSeries.Named date = series.date(day(step));
        String page = "/bookings/" + date.booking();
        return browser.postForm(page + action, Map.of("date", date.recurrenceId(), "_csrf", browser.csrfOf(page)));
    }
}
