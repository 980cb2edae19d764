package org.passerelle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.directory.Closure;

/** A rule that stands in one place is not written a second time elsewhere. */
class RuleCopiesTests {

    private static final JavaClasses CLASSES = ProgramClasses.ALL;

    /** Words of RFC 5545 and RFC 5546 that two enums know; TENTATIVE is a STATUS too, and in annotations only constants will do. */
    private static final Pattern SCHEDULING_WORD = Pattern.compile(
            "\"(ACCEPTED|DECLINED|NEEDS-ACTION|REQUEST|REPLY|CANCEL|COUNTER|DECLINECOUNTER|REFRESH|PUBLISH)\"");

    /** {@code Person.runs} says it. */
    private static final Pattern RUNS_A_SITE = Pattern.compile(
            "administersTheNetwork\\(\\)\\s*\\|\\|\\s*\\w+\\.manages\\(|manages\\([^|;]*\\)\\s*\\|\\|\\s*\\w+\\.administersTheNetwork\\(");

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
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages("org.passerelle.mail", "org.passerelle.mail.smtp", "org.passerelle.mail.imap")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages("org.passerelle.mail.smtp", "org.passerelle.mail.imap")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.angus..")
                .check(CLASSES);
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
                .check(CLASSES);
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
