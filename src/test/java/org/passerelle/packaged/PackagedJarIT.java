package org.passerelle.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many jars are poured into one: what several of them say under the same name must all be in it. */
class PackagedJarIT {

    private static final String IMPORTS =
            "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports";
    private static final String MANAGEMENT =
            "META-INF/spring/org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration.imports";

    private static JarFile packaged;
    private static Set<String> names;
    private static List<JarFile> parts;

    /** The parts are the jars of the test's classpath of which a class is in the packaged one. */
    @BeforeAll
    static void open() throws IOException {
        packaged = new JarFile(PackagedProgram.jar().toFile());
        names = packaged.stream().map(JarEntry::getName).collect(Collectors.toSet());
        parts = new ArrayList<>();
        for (String path : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator)) {
            if (path.endsWith(".jar") && new File(path).isFile()) {
                JarFile part = new JarFile(path);
                if (classesOf(part).findAny().filter(names::contains).isPresent()) {
                    parts.add(part);
                } else {
                    part.close();
                }
            }
        }
    }

    @AfterAll
    static void close() throws IOException {
        for (JarFile part : parts) {
            part.close();
        }
        packaged.close();
    }

    @Test
    void hasEveryClassOfItsPartsAndEachOnce() {
        Set<String> seen = new HashSet<>();
        List<String> twice = parts.stream()
                .flatMap(PackagedJarIT::classesOf)
                .filter(name -> !seen.add(name))
                .toList();
        seen.removeAll(names);

        assertThat(parts).hasSizeGreaterThan(90);
        assertThat(twice).isEmpty();
        assertThat(seen).isEmpty();
    }

    @Test
    void startsWhatEveryPartWantsToStart() {
        assertThat(lines(packaged, IMPORTS)).hasSizeGreaterThan(40).containsAll(ofParts(PackagedJarIT::lines, IMPORTS));
        assertThat(lines(packaged, MANAGEMENT)).containsAll(ofParts(PackagedJarIT::lines, MANAGEMENT));
        for (String file : List.of("META-INF/spring.factories", "META-INF/spring-autoconfigure-metadata.properties")) {
            assertThat(pairs(packaged, file)).as(file).isNotEmpty().containsAll(ofParts(PackagedJarIT::pairs, file));
        }
    }

    @Test
    void offersEveryServiceOfItsParts() {
        Set<String> services = new TreeSet<>();
        for (JarFile part : parts) {
            part.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.matches("META-INF/services/[^/]+"))
                    .forEach(services::add);
        }

        assertThat(services).hasSizeGreaterThan(20);
        for (String service : services) {
            assertThat(lines(packaged, service)).as(service).containsAll(ofParts(PackagedJarIT::lines, service));
        }
    }

    @Test
    void carriesTheLicenceAndTheNoticesOfEveryPart() {
        StringBuilder carried = new StringBuilder();
        for (String name : legalOf(packaged)) {
            carried.append(text(packaged, name));
        }

        for (JarFile part : parts) {
            for (String name : legalOf(part)) {
                assertThat(carried.indexOf(text(part, name).strip()))
                        .as(part.getName() + " " + name)
                        .isNotNegative();
            }
        }
    }

    private static List<String> legalOf(JarFile jar) {
        return jar.stream()
                .map(JarEntry::getName)
                .filter(PackagedJarIT::isLegal)
                .toList();
    }

    private static boolean isLegal(String name) {
        return name.matches("(?i)META-INF/(LICENSE|NOTICE)(\\.\\w+)?");
    }

    private static Stream<String> classesOf(JarFile jar) {
        return jar.stream()
                .map(JarEntry::getName)
                .filter(name -> name.endsWith(".class")
                        && !name.startsWith("META-INF/")
                        && !name.endsWith("module-info.class")
                        && !name.endsWith("package-info.class"));
    }

    private static Set<String> ofParts(BiFunction<JarFile, String, Set<String>> reading, String name) {
        return parts.stream()
                .flatMap(part -> reading.apply(part, name).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> lines(JarFile jar, String name) {
        return text(jar, name)
                .lines()
                .map(line -> line.replaceAll("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> pairs(JarFile jar, String name) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text(jar, name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .flatMap(key ->
                        Arrays.stream(properties.getProperty(key).split(",")).map(value -> key + " = " + value.strip()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(JarFile jar, String name) {
        JarEntry entry = jar.getJarEntry(name);
        if (entry == null) {
            return "";
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
