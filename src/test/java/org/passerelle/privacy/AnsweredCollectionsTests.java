package org.passerelle.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;

/** No collection is forgotten when somebody asks what is kept of them: a new one fails here until its module answers for it. */
class AnsweredCollectionsTests extends HttpTest {

    /** How a collection is named where it is opened. */
    private static final Pattern OPENED = Pattern.compile("getCollection\\(\"(\\w+)\"\\)");

    private static final Pattern CONSTANT = Pattern.compile(
            "static final String (?:COLLECTION|BOOKINGS|STATE|CLOSURES|DATES|\\w+_COLLECTION) = \"(\\w+)\"");

    @Autowired
    private PersonalInventory inventory;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private MessageSource messages;

    @Test
    void everyCollectionOfTheStoreIsAnsweredFor() {
        assertThat(mongo.getCollectionNames()).hasSizeGreaterThan(10);
        assertThat(inventory.unknown()).isEmpty();
    }

    @Test
    void everyCollectionThatTheProgramNamesIsAnsweredFor() throws IOException {
        Set<String> named = new TreeSet<>(documents());
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(AnsweredCollectionsTests::read)
                    .forEach(source -> Stream.of(OPENED, CONSTANT)
                            .forEach(pattern ->
                                    pattern.matcher(source).results().forEach(found -> named.add(found.group(1)))));
        }

        assertThat(named).hasSizeGreaterThan(30).contains("bookings", "tokens", "changeLog", "closureDates");
        assertThat(inventory.answeredFor()).containsAll(named);
    }

    @Test
    void everyPlaceHasANameInBothLanguages() {
        List<String> places = inventory.places();

        assertThat(places).contains("bookings", "invitations", "tokens", "mail");
        assertThat(places)
                .allSatisfy(place -> assertThat(List.of(Locale.ENGLISH, Locale.FRENCH))
                        .allSatisfy(locale -> assertThat(messages.getMessage("data.place." + place, null, locale))
                                .isNotEqualTo(place)));
    }

    /** The collections of all classes that say in an annotation where they are stored. */
    private static List<String> documents() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition type) {
                return true;
            }
        };
        scanner.addIncludeFilter(new AnnotationTypeFilter(Document.class));
        return scanner.findCandidateComponents("org.passerelle").stream()
                .map(type -> ((AnnotatedBeanDefinition) type).getMetadata())
                .map(type ->
                        String.valueOf(Objects.requireNonNull(type.getAnnotationAttributes(Document.class.getName()))
                                .get("value")))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
