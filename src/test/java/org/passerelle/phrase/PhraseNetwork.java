package org.passerelle.phrase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.passerelle.directory.Directory;
import org.passerelle.directory.file.DirectoryFile;
import org.passerelle.directory.file.DirectoryFile.Readable;

/** The words of the demo. */
final class PhraseNetwork {

    static final PhraseReader READER = new PhraseReader(List.of(Locale.ENGLISH, Locale.FRENCH));

    static final Vocabulary DEMO = READER.vocabulary(
            directory(),
            Map.of(
                    "screen", List.of("screen", "écran"),
                    "whiteboard", List.of("whiteboard", "tableau blanc"),
                    "projector", List.of("projector", "vidéoprojecteur"),
                    "desk", List.of("desk", "bureau"),
                    "conference-phone", List.of("conference phone", "téléphone de conférence")));

    private PhraseNetwork() {}

    private static Directory directory() {
        try (InputStream file =
                Objects.requireNonNull(PhraseNetwork.class.getResourceAsStream("/directory/demo-network.yaml"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return ((Readable) DirectoryFile.read(text, name -> List.of()))
                    .network()
                    .directory(1, PhraseNetwork::numbers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<Integer>> numbers(Map<String, Integer> counts) {
        Map<String, List<Integer>> numbers = new HashMap<>();
        int next = 1;
        for (var count : counts.entrySet()) {
            numbers.put(
                    count.getKey(),
                    Stream.iterate(next, n -> n + 1).limit(count.getValue()).toList());
            next += count.getValue();
        }
        return numbers;
    }
}
