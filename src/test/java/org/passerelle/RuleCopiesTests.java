package org.passerelle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.arrangement.ServiceOrder;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.Visibility;
import org.passerelle.booking.override.OverridableRule;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.booking.video.ExternalCall;
import org.passerelle.booking.video.VideoQuality;
import org.passerelle.directory.Closure;
import org.passerelle.time.DayEnd;
import org.passerelle.time.DayPart;
import org.passerelle.time.EventDuration;
import org.passerelle.time.Recurrence;
import org.passerelle.time.RecurrenceEnd;

/** A rule that stands in one place is not written a second time elsewhere. */
public class RuleCopiesTests {

    private final JavaClasses classes = ProgramClasses.all();

    /** Words of RFC 5545 and RFC 5546 that two enums know; TENTATIVE is a STATUS too, and in annotations only constants will do. */
    private static final Pattern SCHEDULING_WORD = Pattern.compile(
            "\"(ACCEPTED|DECLINED|NEEDS-ACTION|REQUEST|REPLY|CANCEL|COUNTER|DECLINECOUNTER|REFRESH|PUBLISH)\"");

    /** {@code Person.runs} says it. */
    private static final Pattern RUNS_A_SITE = Pattern.compile(
            "administersTheNetwork\\(\\)\\s*\\|\\|\\s*\\w+\\.manages\\(|manages\\([^|;]*\\)\\s*\\|\\|\\s*\\w+\\.administersTheNetwork\\(");

    private static final Set<String> PARSE = Set.of("parse");

    private static List<String> lines(Pattern pattern) throws IOException {
        return lines(pattern, Path.of("src/main/java"));
    }

    private static List<String> lines(Pattern pattern, Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> pattern.matcher(line).find() && !line.contains("allowableValues"))
                        .forEach(line -> found.add(file.getFileName() + ": " + line.strip()));
            }
        }
        return found;
    }

    /** ADR 44: one library takes mail apart, another speaks to servers and spells what headers hold. */
    @Test
    void onlyTheInboxTakesMailApartAndOnlyWhatSpeaksToServersKnowsJakartaMail() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.passerelle.mail.inbox..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.james.mime4j..")
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackages("org.passerelle.mail", "org.passerelle.mail.smtp", "org.passerelle.mail.imap")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackages("org.passerelle.mail.smtp", "org.passerelle.mail.imap")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.angus..")
                .check(classes);
    }

    /** But for the timeline of a day, which says what a site is shut for. */
    @Test
    void whetherASiteIsShutIsToldInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.passerelle.booking.policy", "org.passerelle.directory", "org.passerelle.web.day")
                .should()
                .callMethod(Closure.class, "covers", LocalDate.class)
                .check(classes);
    }

    /** But for free/busy windows, which have forms of their own (FBURL), and what Jackson reads of JSON. */
    @Test
    void timesThatPeopleAndProgramsWriteAreReadInOnePlace() {
        assertThat(doorsThatCall(Map.of(
                        LocalDate.class, PARSE,
                        LocalTime.class, PARSE,
                        LocalDateTime.class, PARSE,
                        OffsetDateTime.class, PARSE,
                        Duration.class, PARSE,
                        EventDuration.class, PARSE,
                        DayEnd.class, Set.of("local", "offset"))))
                .containsOnlyKeys("api.StrictTimes", "api.availability.FreeBusyWindow");
    }

    /** What an order says is read by {@code booking.order}; a search for rooms reads no more of it than its rule. */
    @Test
    void noDoorReadsWhatAnOrderSays() {
        Set<String> made = Set.of("<init>");
        Set<String> named = Set.of("valueOf");

        assertThat(doorsThatCall(Map.of(
                        Recurrence.class, PARSE,
                        RecurrenceEnd.After.class, made,
                        RecurrenceEnd.OnDate.class, made,
                        ConferenceWish.class, made,
                        ExternalCall.class, made,
                        ServiceOrder.class, made)))
                .containsOnlyKeys("api.Fields");
        assertThat(doorsThatCall(Map.of(
                        DayPart.class, named,
                        OnConflict.class, named,
                        OverridableRule.class, named,
                        Visibility.class, named,
                        VideoQuality.class, named)))
                .as("the lines of the log name the rules that were set aside")
                .containsOnlyKeys("web.audit.AuditLines");
    }

    /** The doors that call one of these methods of these types, or name it, and which. */
    private Map<String, Set<String>> doorsThatCall(Map<Class<?>, Set<String>> targets) {
        Map<String, Set<String>> found = new TreeMap<>();
        classes.stream()
                .flatMap(each -> each.getAccessesFromSelf().stream())
                .filter(access -> targets.entrySet().stream()
                        .anyMatch(target -> access.getTargetOwner().isEquivalentTo(target.getKey())
                                && target.getValue().contains(access.getName())))
                .forEach(access -> found.computeIfAbsent(
                                access.getOriginOwner().getName().replace("org.passerelle.", ""),
                                door -> new TreeSet<>())
                        .add(access.getTarget().getFullName()));
        found.keySet().removeIf(name -> !name.startsWith("api.") && !name.startsWith("web."));
        return found;
    }

    /** {@code Text.cut} leaves surrogate pairs and graphemes whole. */
    @Test
    void whatComesFromOutsideIsCutInOnePlace() throws IOException {
        assertThat(lines(Pattern.compile("substring\\(0, *Math\\.min"))).isEmpty();
    }

    @Test
    void answersAndMethodsAreWordsOfTwoEnums() throws IOException {
        assertThat(lines(SCHEDULING_WORD)).isEmpty();
    }

    @Test
    void whoRunsASiteIsToldInOnePlace() throws IOException {
        assertThat(lines(RUNS_A_SITE)).isEmpty();
    }

    /** Years that neither an instant nor the store can hold are no days: {@code WrittenTimes} says it for all pages. */
    @Test
    void whatPeopleTypeAsDaysIsReadInOnePlace() throws IOException {
        Pattern parsed = Pattern.compile("\\b(LocalDate|LocalDateTime|Instant)(\\.|::)parse\\b");
        Path pages = Path.of("src/main/java/org/passerelle/web");

        assertThat(lines(parsed, pages)).isEmpty();
    }
}
