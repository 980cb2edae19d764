package org.passerelle.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.directory.fault.Fault;
import org.passerelle.directory.fault.FaultSubject;

class FileFaultTextsTests {

    private static final Path READERS = Path.of("src/main/java/org/passerelle/directory");
    private static final Pattern CODE = Pattern.compile(
            "(?:fault\\(|Fault\\.of\\(|UnfitValue\\()[^;]*?\"([a-z0-9]+(?:-[a-z0-9]+)+|missing|empty)\"");

    @Test
    void namesWhatItIsOfInTheReadersLanguage() {
        Fault fault = Fault.of("unknown-zone", "Europe/Pariss").concerning(new FaultSubject("site", "melun"));

        assertThat(FileFaultTexts.of(fault, Locale.ENGLISH)).isEqualTo("site melun: unknown zone Europe/Pariss");
        assertThat(FileFaultTexts.of(fault, Locale.FRENCH))
                .isEqualTo("site melun\u202f: fuseau horaire inconnu\u202f: Europe/Pariss");
    }

    @Test
    void repeatsWhatWasWrittenAsItIs() {
        assertThat(FileFaultTexts.of(Fault.of("unknown-part", "{0} '1' 10000"), Locale.ENGLISH))
                .isEqualTo("unknown part {0} '1' 10000");
    }

    @Test
    void bothLanguagesHaveTheSameFaults() {
        assertThat(keys("faults_fr")).isEqualTo(keys("faults"));
    }

    @Test
    void everyFaultThatIsFoundHasASentence() throws IOException {
        Set<String> told = keys("faults");
        Set<String> codes;
        try (Stream<Path> files = Files.walk(READERS)) {
            codes = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(FileFaultTextsTests::codes)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        assertThat(codes)
                .hasSizeGreaterThan(50)
                .allSatisfy(code -> assertThat(told).contains("fault." + code));
    }

    private static Stream<String> codes(Path file) {
        try {
            return CODE.matcher(Files.readString(file)).results().map(found -> found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> keys(String bundle) {
        Properties texts = new Properties();
        try (var in = FileFaultTexts.class.getResourceAsStream(bundle + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }
}
