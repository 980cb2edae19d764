package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.calendar.StrictReading;
import org.passerelle.web.SeriesEdit.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.test.context.TestPropertySource;

/**
 * A table of edits of series with the dates after each, in {@code golden/series-edits}: through the API, through the forms of
 * the pages where these offer it, and in the calendar file that an independent program reads.
 */
// With rooms of its own, which others do not expect in the directory.
@TestPropertySource(properties = "passerelle.test.directory=series-edits")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeriesEditsTests extends HttpTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String ROOMS = """
                  melun-nuit: {name: Salle Nuit, kind: MEETING, capacity: 8, rules: {hours: "Mo-Su 00:00-24:00", longest: P3D}}
                  melun-labo: {name: Labo, kind: MEETING, capacity: 8, rules: {notice: P2D}}
            """;

    /** In {@code -Pnightly}; otherwise an edit that pages offer goes through one of the two doors, drawn by a seed that is told. */
    private static final boolean THROUGH_BOTH = Boolean.getBoolean("series.both-doors");

    private static final long SEED = Long.getLong("series.seed", 20_261_130);
    private static final Logger LOG = LoggerFactory.getLogger(SeriesEditsTests.class);

    private final List<String> others = new ArrayList<>();
    private @Nullable EditedSeries series;
    private TestClient camille;
    private TestClient nadia;
    private TestClient browser;

    static List<SeriesEdit> edits() {
        return SeriesEdit.all().stream()
                .filter(edit -> THROUGH_BOTH || !SeriesEditsByPage.offer(edit) || !isDrawnForPages(edit))
                .toList();
    }

    static List<SeriesEdit> editsThatPagesOffer() {
        return SeriesEdit.all().stream()
                .filter(SeriesEditsByPage::offer)
                .filter(edit -> THROUGH_BOTH || isDrawnForPages(edit))
                .toList();
    }

    private static boolean isDrawnForPages(SeriesEdit edit) {
        return new Random(SEED * 31 + edit.name().hashCode()).nextBoolean();
    }

    @BeforeAll
    void begin() {
        LOG.info("Edits that pages offer go through {} by seed {}", THROUGH_BOTH ? "both doors" : "one door", SEED);
        String directory = as(ADMIN).get("/api/v1/admin/directory").body();
        String line = "      melun-projector:";
        assertThat(as(ADMIN)
                        .putYaml("/api/v1/admin/directory", directory.replace(line, ROOMS + line))
                        .statusCode())
                .isEqualTo(200);
        camille = bearer(CAMILLE);
        nadia = bearer(NADIA);
        browser = browserOf(CAMILLE);
    }

    private TestClient bearer(String email) {
        HttpResponse<String> token = as(email).post("/api/v1/tokens", "{\"name\":\"series\"}");
        return anonymous().withBearer(TestClient.json(token).get("token").asString());
    }

    @AfterEach
    void callEverythingOff() {
        clock.reset();
        if (series != null) {
            series.ids().forEach(id -> camille.delete(SeriesEditsByApi.BOOKINGS + "/" + id));
        }
        free();
    }

    private void free() {
        others.forEach(id -> nadia.delete(SeriesEditsByApi.BOOKINGS + "/" + id));
        others.clear();
    }

    @Test
    void theTableHasSixtyEditsAndThePagesOfferMostOfThem() {
        assertThat(SeriesEdit.all())
                .extracting(SeriesEdit::name)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(60);
        assertThat(SeriesEdit.all().stream().filter(SeriesEditsByPage::offer)).hasSizeGreaterThanOrEqualTo(30);
        assertThat(editsThatPagesOffer()).hasSizeGreaterThanOrEqualTo(15);
        assertThat(edits()).hasSizeGreaterThanOrEqualTo(45);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void throughTheApi(SeriesEdit edit) {
        check(edit, booked -> new SeriesEditsByApi(booked, camille));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("editsThatPagesOffer")
    void throughThePages(SeriesEdit edit) {
        check(edit, booked -> new SeriesEditsByPage(booked, camille, browser));
    }

    private interface Door {

        SeriesEditsByApi to(EditedSeries series);
    }

    private void check(SeriesEdit edit, Door door) {
        Run run = new Run(door);
        edit.steps().forEach(run::perform);
        assertThat(run.editor().series.dates()).containsExactlyElementsOf(edit.expected());
        requireCalendarsToTell(run.editor().series, edit);
    }

    /** One edit on its way. */
    private final class Run {

        private final Door door;
        private @Nullable SeriesEditsByApi editor;
        private @Nullable HttpResponse<String> answer;
        private List<String> before = List.of();

        Run(Door door) {
            this.door = door;
        }

        SeriesEditsByApi editor() {
            return Objects.requireNonNull(editor);
        }

        void perform(Step step) {
            switch (step.verb()) {
                case "book" -> editor = door.to(book(step));
                case "other" -> others.add(id(order(nadia, step)));
                case "free" -> free();
                case "now" ->
                    clock.advance(Duration.between(
                            clock.instant(),
                            LocalDateTime.parse(step.word(0)).atZone(PARIS).toInstant()));
                case "refused" -> {
                    requireRefusal(editor(), Objects.requireNonNull(answer), step);
                    assertThat(editor().series.dates()).isEqualTo(before);
                }
                default -> {
                    before = editor().series.dates();
                    answer = editor().perform(step);
                    noteSplit(editor().series, answer);
                }
            }
        }
    }

    private EditedSeries book(Step step) {
        EditedSeries booked = new EditedSeries(camille, id(order(camille, step)));
        series = booked;
        return booked;
    }

    private static HttpResponse<String> order(TestClient person, Step step) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", "Essai");
        fields.put("start", step.word(0));
        fields.put("timeZone", "Europe/Paris");
        fields.put("rooms", step.word(1));
        fields.putAll(step.fields());
        HttpResponse<String> made = person.post(SeriesEditsByApi.BOOKINGS, SeriesEditsByApi.body(fields));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made;
    }

    private static void requireRefusal(SeriesEditsByApi editor, HttpResponse<String> answer, Step step) {
        if (editor instanceof SeriesEditsByPage) {
            boolean isFlashed = answer.statusCode() == 302;
            assertThat(isFlashed || answer.statusCode() == 422)
                    .as(answer.body())
                    .isTrue();
        } else {
            editor.requireRefusal(answer, step);
        }
    }

    private static String id(HttpResponse<String> answer) {
        return TestClient.json(answer).get("id").asString();
    }

    /** The answer of a split names the new series. */
    private static void noteSplit(EditedSeries series, HttpResponse<String> answer) {
        if (answer.statusCode() == 200 && !answer.body().isEmpty()) {
            series.add(id(answer));
        }
        answer.headers()
                .firstValue("Location")
                .filter(place -> place.matches(".*/bookings/[0-9a-f.]+"))
                .ifPresent(place -> series.add(place.replaceFirst(".*/bookings/", "")));
    }

    /** All parts together, as somebody sees them who reads the files with another program. */
    private void requireCalendarsToTell(EditedSeries series, SeriesEdit edit) {
        List<String> told = series.ids().stream()
                .filter(id -> !series.booking(id).get("state").asString().equals("CANCELLED"))
                .map(id -> camille.get(SeriesEditsByApi.BOOKINGS + "/" + id + "/calendar.ics"))
                .flatMap(file -> StrictReading.dates(file.body().getBytes(StandardCharsets.UTF_8)).stream())
                .map(date -> EditedSeries.shown(date.time().start(), date.time().end()))
                .sorted()
                .toList();
        Stream<String> booked = edit.expected().stream().map(line -> line.substring(0, line.lastIndexOf(' ')));
        assertThat(told).containsExactlyElementsOf(booked.sorted().toList());
    }
}
